package io.portolan.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Plain Camunda with its REST API and as many open tasks of people. */
final class PlainTasksSide {

    /** The tables of a running instance that waits at a task of a group; its history is left out, which no list of tasks reads. */
    private static final List<String> COPIED = List.of("act_ru_execution", "act_ru_task", "act_ru_identitylink");

    private PlainTasksSide() {
    }

    /** Argument: the JDBC URL of an empty database. */
    public static void main(String[] arguments) throws IOException {
        var application = new SpringApplication(PlainCamunda.class);
        application.setDefaultProperties(Map.of("spring.datasource.url", arguments[0], "server.port", "0", "logging.level.root", "warn", "camunda.bpm.auto-deployment-enabled", "false",
                "spring.datasource.hikari.maximum-pool-size", "12"));
        try (var context = (ServletWebServerApplicationContext) application.run()) {
            Orders.serve(order -> switch (order[0]) {
                case "fill" -> List.of(fill(context, Integer.parseInt(order[1])));
                case "port" -> List.of((double) context.getWebServer().getPort());
                default -> throw new IllegalArgumentException(order[0]);
            });
        }
    }

    /** Starts one instance for each group, by the engine, and copies its rows as often as it takes. */
    private static double fill(ServletWebServerApplicationContext context, int tasks) {
        long from = System.nanoTime();
        var database = new JdbcTemplate(context.getBean(DataSource.class));
        context.getBean(RepositoryService.class).createDeployment().addModelInstance("onboard.bpmn", Bpmn.createExecutableProcess("onboard").camundaHistoryTimeToLive(1825)
                .startEvent().userTask("ask").name("A person is needed").camundaCandidateGroups("${group}").endEvent().done()).deploy();
        for (var group : List.of("operations", "legal", "security", "certificates")) {
            // as in ours: more than half of the tasks are for one group
            int share = group.equals("operations") ? tasks * 58 / 100 : tasks * 14 / 100;
            var instance = context.getBean(RuntimeService.class).startProcessInstanceByKey("onboard", Map.of("group", group)).getId();
            copy(database, instance, share - 1);
        }
        database.execute("update act_ru_task set due_date_ = create_time_ + make_interval(secs => 86400 * 60 * random()) where random() < 0.9");
        database.execute("vacuum analyze");
        return Waiting.secondsSince(from);
    }

    private static void copy(JdbcTemplate database, String instance, int times) {
        for (var table : COPIED) {
            var columns = database.queryForList("select column_name from information_schema.columns where table_name = '" + table + "' and table_schema = current_schema()", String.class);
            var copied = columns.stream().map(PlainTasksSide::copied).toList();
            database.update("insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", copied) + " from " + table
                    + " one cross join generate_series(1, ?) n where " + (table.equals("act_ru_identitylink") ? "one.task_id_ in (select id_ from act_ru_task where proc_inst_id_ = ?)"
                            : "one.proc_inst_id_ = ?"), times, instance);
        }
    }

    /** Ids are other ones in each copy, and refer to each other as those of the first do. */
    private static String copied(String column) {
        return switch (column) {
            case "id_", "proc_inst_id_", "root_proc_inst_id_", "parent_id_", "execution_id_", "task_id_", "act_inst_id_" ->
                    "case when one." + column + " is null then null else left(md5(one." + column + " || n), 12) || right(one." + column + ", 40) end";
            default -> "one." + column;
        };
    }
}
