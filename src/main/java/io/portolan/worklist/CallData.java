package io.portolan.worklist;

import io.portolan.leg.Filled;
import io.portolan.leg.FormText;
import io.portolan.leg.JsonText;
import io.portolan.leg.LegOrder;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.ByHand;
import io.portolan.playbook.CallByHand;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the calls of a leg by api hold, for a person who makes them: each value as it is sent, and the body by the same hand that would have sent it. */
final class CallData {

    private final SeenValues values;

    CallData(SeenValues values) {
        this.values = values;
    }

    /** The leg as a person does it, by the playbook or for once; empty for a letter and for what only a machine can do. */
    static Optional<OperatorWork> byHand(LegOrder order) {
        var leg = CallByHand.leg(ByHand.leg(order.leg(), order.environment()), Set.of());
        return leg.work() instanceof OperatorWork work ? Optional.of(work) : Optional.empty();
    }

    /** Whether calls are made in it, by whichever hand. */
    static boolean isOf(LegOrder order) {
        return order.written().work() instanceof ApiWork;
    }

    /** What its calls hold, by name; of what is secret as a whole nothing, since it is among the secrets. */
    List<Task.Datum> of(LegOrder order) {
        var texts = new LinkedHashMap<String, String>();
        byHand(order).map(OperatorWork::data).orElse(Map.of()).forEach((label, template) -> {
            if (label.equals(CallByHand.BODY)) {
                texts.put(label, body(((ApiWork) order.written().work()).request(), order));
            } else if (!values.isNothingOf(template, order)) {
                texts.put(label, values.shown(template, order).shown());
            }
        });
        return texts.entrySet().stream().map(text -> new Task.Datum(text.getKey(), text.getValue(), false)).toList();
    }

    private String body(Request request, LegOrder order) {
        if (request.body() != null) {
            return JsonText.shown(request.body(), order, template -> values.shown(template, order));
        }
        var fields = new LinkedHashMap<String, Filled>();
        request.form().forEach((name, template) -> fields.put(name, values.shown(template, order)));
        return FormText.shown(fields);
    }
}
