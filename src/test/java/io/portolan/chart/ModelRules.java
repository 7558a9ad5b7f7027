package io.portolan.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.xml.instance.DomElement;

/** What every model keeps to besides its drawing; each rule tells what broke it. */
final class ModelRules {

    private static final Pattern GENERATED = Pattern.compile(
            "[A-Z][A-Za-z]+_[0-9a-z]{7}(_di)?|.*[0-9a-f]{8}-[0-9a-f]{4}-.*|sid-.*");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9_]*");

    private ModelRules() {
    }

    /** Everything that people would stumble over. */
    static List<String> broken(BpmnModelInstance model) {
        var broken = new ArrayList<String>();
        lookForGeneratedIds(model.getDocument().getRootElement(), broken);
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            if (node.getDocumentations().stream().noneMatch(sentence -> sentence.getTextContent().strip().length() > 10)) {
                broken.add(node.getId() + " has no sentence");
            }
        }
        for (var condition : model.getModelElementsByType(ConditionExpression.class)) {
            if (variables(condition).size() != 1) {
                broken.add(condition.getTextContent() + " asks for more than one variable, or for none");
            }
        }
        return broken;
    }

    /** The variables in a condition, without the words that it compares them with. */
    static List<String> variables(ConditionExpression condition) {
        var withoutWords = condition.getTextContent().replaceAll("'[^']*'", "");
        return VARIABLE.matcher(withoutWords).results().map(found -> found.group()).distinct().toList();
    }

    private static void lookForGeneratedIds(DomElement element, List<String> broken) {
        var id = element.getAttribute("id");
        if (id != null && GENERATED.matcher(id).matches()) {
            broken.add(id + " is a generated id");
        }
        element.getChildElements().forEach(child -> lookForGeneratedIds(child, broken));
    }
}
