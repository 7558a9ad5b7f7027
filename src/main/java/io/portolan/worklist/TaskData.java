package io.portolan.worklist;

import io.portolan.leg.Captures;
import io.portolan.leg.LegOrder;
import io.portolan.leg.OurData;
import io.portolan.leg.Value;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.Places;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Step;
import io.portolan.playbook.Target;
import io.portolan.playbook.Template;
import io.portolan.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What of ours a person needs for a leg: pages to open, texts to copy, files to hand in; of a portal leg, what its steps would have typed, of one by api, what its calls hold. */
@Component
class TaskData {

    private static final String LINK = "Link";
    private static final String LOG_IN = "Log-in";

    private final SeenValues values;
    private final CallData calls;
    private final OurData ourData;
    private final AccountsOfTasks accounts;

    TaskData(Captures captures, OurData ourData, AccountsOfTasks accounts) {
        this.accounts = accounts;
        this.ourData = ourData;
        this.values = new SeenValues(captures, ourData, accounts);
        this.calls = new CallData(values);
    }

    /** The links and texts, as far as we have them and they are no secret. */
    List<Task.Datum> data(LegOrder order) {
        var data = new ArrayList<Task.Datum>();
        if (CallData.isOf(order)) {
            data.addAll(calls.of(order));
        } else if (order.leg().work() instanceof OperatorWork work) {
            work.links().forEach(link -> text(link, order).ifPresent(text -> data.add(new Task.Datum(LINK, text, isAddress(text)))));
            work.data().forEach((label, template) -> text(template, order).ifPresent(text -> data.add(new Task.Datum(label, text, false))));
        } else if (order.leg().work() instanceof PortalWork work) {
            logIn(work, order).forEach(step -> datum(step, order).ifPresent(data::add));
            work.steps().forEach(step -> datum(step, order).filter(datum -> !data.contains(datum)).ifPresent(data::add));
        }
        accounts.of(order).map(account -> new Task.Datum(LOG_IN, account.login(), false))
                .filter(logIn -> data.stream().noneMatch(datum -> datum.text().equals(logIn.text()))).ifPresent(data::add);
        return List.copyOf(data);
    }

    /** The facts that a person finds out in doing the leg, for all who come after: those that it would show and nobody has supplied. */
    List<String> missingFacts(LegOrder order) {
        return order.leg().work() instanceof OperatorWork work ? Stream.concat(work.links().stream(), work.data().values().stream())
                .flatMap(template -> template.places().stream()).filter(place -> place.startsWith(Places.ASK) && ourData.value(place, order).isEmpty())
                .map(place -> place.substring(Places.ASK.length())).distinct().toList() : List.of();
    }

    private static List<Step> logIn(PortalWork work, LegOrder order) {
        var portal = order.environment().portal();
        return portal == null || portal.logIn() == null || Boolean.FALSE.equals(work.signedIn()) ? List.of() : portal.logIn();
    }

    private Optional<Task.Datum> datum(Step step, LegOrder order) {
        if (step instanceof Step.Open open) {
            return text(open.open(), order).map(text -> new Task.Datum(LINK, text, isAddress(text)));
        }
        if (step instanceof Step.Fill fill) {
            return text(fill.with(), order).map(text -> new Task.Datum(label(fill.target(), order), text, false));
        }
        return step instanceof Step.Choose choose
                ? text(choose.option(), order).map(text -> new Task.Datum(label(choose.target(), order), text, false)) : Optional.empty();
    }

    /** What the page calls the field, as the playbook names it. */
    private String label(Target target, LegOrder order) {
        return Stream.of(target.label(), target.name(), target.text()).filter(Objects::nonNull).findFirst()
                .flatMap(template -> text(template, order)).orElseGet(target::described);
    }

    private static boolean isAddress(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    private Optional<String> text(Template template, LegOrder order) {
        return values.text(template, order);
    }

    /** The files that there are to hand in, or that the leg's letter brings along. */
    List<Task.FileOffer> files(LegOrder order) {
        var offers = new ArrayList<Task.FileOffer>();
        templates(order).forEach((label, template) -> {
            if (file(template, order).isPresent()) {
                offers.add(new Task.FileOffer(String.valueOf(offers.size() + 1), label));
            }
        });
        return List.copyOf(offers);
    }

    /** One of them, as its offer names it; {@code unknown-file} where there is none. */
    Value.File file(LegOrder order, String name) {
        return templates(order).values().stream().map(template -> file(template, order)).flatMap(Optional::stream)
                .skip(name.matches("[1-9][0-9]?") ? Integer.parseInt(name) - 1L : Integer.MAX_VALUE).findFirst()
                .orElseThrow(() -> Refused.notFound("unknown-file", "There is no such file at this task."));
    }

    private Map<String, Template> templates(LegOrder order) {
        if (order.leg().work() instanceof OperatorWork work) {
            return work.files();
        }
        var uploads = new LinkedHashMap<String, Template>();
        if (order.leg().work() instanceof MailWork work && work.letter() != null) {
            work.letter().attach().forEach(file -> uploads.put(TaskForms.inWords(file.places().get(0)), file));
        }
        if (order.leg().work() instanceof PortalWork work) {
            work.steps().stream().filter(Step.Upload.class::isInstance).map(Step.Upload.class::cast)
                    .forEach(upload -> uploads.put(label(upload.target(), order), upload.file()));
        }
        return uploads;
    }

    /** A file as it is, or a text such as a certificate as a file that is named by what it is. */
    private Optional<Value.File> file(Template template, LegOrder order) {
        if (template.places().size() == 1 && values.value(template.places().get(0), order).orElse(null) instanceof Value.File file) {
            return Optional.of(file);
        }
        return text(template, order).map(text -> new Value.File(fileName(template, text), "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String fileName(Template template, String text) {
        var name = template.isPlain() ? "file" : template.places().get(0).replace('.', '-');
        return name.replaceAll("-pem$", "") + (text.startsWith("-----BEGIN ") ? ".pem" : ".txt");
    }
}
