package io.portolan.chart;

import io.portolan.chart.Box.Point;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Writes a route's drawing into its model. */
final class RouteDrawing {

    private static final int LABEL_WIDTH = 90;
    private static final int LINE_HEIGHT = 14;
    private static final int LETTERS_PER_LINE = 15;
    private static final int NEAR = 7;

    private final BpmnModelInstance model;
    private final RouteLayout layout;
    private BpmnPlane plane;

    RouteDrawing(BpmnModelInstance model, RouteLayout layout) {
        this.model = model;
        this.layout = layout;
    }

    void draw(String processId) {
        var diagram = model.newInstance(BpmnDiagram.class, processId + "_diagram");
        plane = model.newInstance(BpmnPlane.class, processId + "_plane");
        model.getDefinitions().addChildElement(diagram);
        diagram.setBpmnPlane(plane);
        plane.setBpmnElement(model.<BaseElement>getModelElementById(processId));
        layout.shapes().keySet().forEach(this::drawShape);
        layout.lines().forEach(this::drawLine);
    }

    private void drawShape(String id) {
        FlowElement element = model.getModelElementById(id);
        var box = layout.shapes().get(id);
        var shape = model.newInstance(BpmnShape.class, id + "_shape");
        shape.setBpmnElement(element);
        shape.setBounds(bounds(box));
        if (element instanceof SubProcess) {
            shape.setExpanded(true);
        }
        if (element instanceof ExclusiveGateway) {
            shape.setMarkerVisible(true);
        }
        if (element.getName() != null && (element instanceof Event || element instanceof ExclusiveGateway)) {
            shape.setBpmnLabel(label(id, below(box, element.getName())));
        }
        plane.addChildElement(shape);
    }

    private void drawLine(String id, List<Point> points) {
        FlowElement flow = model.getModelElementById(id);
        var edge = model.newInstance(BpmnEdge.class, id + "_edge");
        edge.setBpmnElement(flow);
        for (var point : points) {
            var waypoint = model.newInstance(Waypoint.class);
            waypoint.setX(point.x());
            waypoint.setY(point.y());
            edge.addChildElement(waypoint);
        }
        if (flow.getName() != null) {
            edge.setBpmnLabel(label(id, above(points, flow.getName())));
        }
        plane.addChildElement(edge);
    }

    private static Box below(Box box, String text) {
        var lines = (text.length() + LETTERS_PER_LINE - 1) / LETTERS_PER_LINE;
        var width = width(text);
        return new Box(box.centreX() - width / 2, box.bottom() + NEAR, width, lines * LINE_HEIGHT);
    }

    /** Over the first part of the line that leads to the right. */
    private static Box above(List<Point> points, String text) {
        var start = points.get(0).y() == points.get(1).y() ? points.get(0) : points.get(1);
        return new Box(start.x() + 2 * NEAR, start.y() - LINE_HEIGHT - NEAR / 2, width(text), LINE_HEIGHT);
    }

    private static int width(String text) {
        return Math.min(LABEL_WIDTH, text.length() * LABEL_WIDTH / LETTERS_PER_LINE);
    }

    private BpmnLabel label(String id, Box box) {
        var label = model.newInstance(BpmnLabel.class, id + "_label");
        label.setBounds(bounds(box));
        return label;
    }

    private Bounds bounds(Box box) {
        var bounds = model.newInstance(Bounds.class);
        bounds.setX(box.x());
        bounds.setY(box.y());
        bounds.setWidth(box.width());
        bounds.setHeight(box.height());
        return bounds;
    }
}
