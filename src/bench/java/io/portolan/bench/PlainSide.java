package io.portolan.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Plain Camunda: a process of six external tasks, served by Camunda's own client over REST. */
final class PlainSide {

    private static final int LEGS = 6;
    private static final String TOPIC = "leg";

    private final Map<String, Long> firstAct = new ConcurrentHashMap<>();
    private final List<ExternalTaskClient> clients = new ArrayList<>();
    private final RuntimeService runtime;
    private final HistoryService history;
    private final String address;
    private int started;

    private PlainSide(ServletWebServerApplicationContext context) {
        runtime = context.getBean(RuntimeService.class);
        history = context.getBean(HistoryService.class);
        address = "http://localhost:" + context.getWebServer().getPort() + "/engine-rest";
        var process = Bpmn.createExecutableProcess("onboard").camundaHistoryTimeToLive(1825).startEvent();
        var task = process.serviceTask("leg-1").camundaExternalTask(TOPIC);
        for (int leg = 2; leg <= LEGS; leg++) {
            task = task.serviceTask("leg-" + leg).camundaExternalTask(TOPIC);
        }
        context.getBean(RepositoryService.class).createDeployment().addModelInstance("onboard.bpmn", task.endEvent().done()).deploy();
    }

    /** Argument: the JDBC URL of an empty database. */
    public static void main(String[] arguments) throws IOException {
        var application = new SpringApplication(PlainCamunda.class);
        application.setDefaultProperties(Map.of("spring.datasource.url", arguments[0], "server.port", "0",
                "logging.level.root", "warn", "spring.datasource.hikari.maximum-pool-size", "12"));
        try (var context = (ServletWebServerApplicationContext) application.run()) {
            var side = new PlainSide(context);
            Orders.serve(order -> switch (order[0]) {
                case "clients" -> side.serveWith(Integer.parseInt(order[1]), Integer.parseInt(order[2]));
                case "round" -> List.of(side.round(Integer.parseInt(order[1])));
                case "wakes" -> side.wakes(Integer.parseInt(order[1]));
                default -> throw new IllegalArgumentException(order[0]);
            });
            side.clients.forEach(ExternalTaskClient::stop);
        }
    }

    /** From now on so many clients serve the tasks, each of which takes so many at a time. */
    private List<Double> serveWith(int number, int maxTasks) {
        clients.forEach(ExternalTaskClient::stop);
        clients.clear();
        for (int i = 0; i < number; i++) {
            // with long polling a pause between empty answers only makes the client slower
            var client = ExternalTaskClient.create().baseUrl(address).workerId("worker-" + i).maxTasks(maxTasks)
                    .asyncResponseTimeout(10_000).disableBackoffStrategy().usePriority(false).build();
            client.subscribe(TOPIC).lockDuration(60_000).localVariables(true).handler((task, service) -> {
                firstAct.putIfAbsent(task.getProcessInstanceId(), System.nanoTime());
                service.complete(task, Map.of("result", "done"));
            }).open();
            clients.add(client);
        }
        return List.of((double) number);
    }

    /** How many seconds it takes from the first start to the end of the last one. */
    private double round(int number) {
        var before = ended();
        var begun = System.nanoTime();
        InTwo.threads(IntStream.range(0, number).boxed().toList(), i -> start());
        Waiting.until(number + " more processes have ended", Duration.ofMinutes(10), Duration.ofMillis(20),
                () -> runtime.createProcessInstanceQuery().count() == 0);
        var taken = Waiting.secondsSince(begun);
        firstAct.clear();
        if (ended() - before != number) {
            throw new IllegalStateException("not all processes came to their end");
        }
        return taken;
    }

    /** For each of this many processes, one after the other: milliseconds from its start to the act of its first task. */
    private List<Double> wakes(int number) {
        var wakes = new ArrayList<Double>();
        for (int i = 0; i < number; i++) {
            var id = start();
            var committed = System.nanoTime();
            Waiting.until("ended: " + id, Duration.ofMinutes(1), Duration.ofMillis(5),
                    () -> runtime.createProcessInstanceQuery().processInstanceId(id).count() == 0);
            wakes.add((firstAct.remove(id) - committed) / (double) TimeUnit.MILLISECONDS.toNanos(1));
            Waiting.pause(Duration.ofMillis(100));
        }
        return wakes;
    }

    private long ended() {
        return history.createHistoricProcessInstanceQuery().completed().count();
    }

    private String start() {
        return runtime.startProcessInstanceByKey("onboard", "onboarding-" + nextNumber()).getId();
    }

    private synchronized int nextNumber() {
        return ++started;
    }
}
