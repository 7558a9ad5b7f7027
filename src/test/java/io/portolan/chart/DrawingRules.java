package io.portolan.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** What every drawing keeps to; each rule tells what broke it. */
final class DrawingRules {

    private final BpmnModelInstance model;
    private final Map<String, Rectangle2D> shapes = new LinkedHashMap<>();
    private final Map<String, List<Line2D>> lines = new LinkedHashMap<>();
    private final Map<String, Rectangle2D> labels = new LinkedHashMap<>();

    DrawingRules(BpmnModelInstance model) {
        this.model = model;
        for (var shape : model.getModelElementsByType(BpmnShape.class)) {
            shapes.put(shape.getBpmnElement().getId(), rectangle(shape.getBounds()));
            keep(shape.getBpmnElement().getId(), shape.getBpmnLabel());
        }
        for (var edge : model.getModelElementsByType(BpmnEdge.class)) {
            lines.put(edge.getBpmnElement().getId(), segments(edge));
            keep(edge.getBpmnElement().getId(), edge.getBpmnLabel());
        }
    }

    /** Every rule that the drawing breaks, as a sentence. */
    List<String> broken() {
        var broken = new ArrayList<String>();
        everythingIsDrawn(broken);
        shapesKeepApart(broken);
        linesAreStraightAndJoinTheirEnds(broken);
        linesKeepApart(broken);
        linesPassNoForeignShape(broken);
        labelsAreFree(broken);
        return broken;
    }

    static void assertClean(BpmnModelInstance model) {
        assertThat(new DrawingRules(model).broken()).isEmpty();
    }

    private void everythingIsDrawn(List<String> broken) {
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            if (!shapes.containsKey(node.getId())) {
                broken.add(node.getId() + " has no shape");
            } else if (node.getParentElement() instanceof SubProcess frame
                    && !shapes.get(frame.getId()).contains(shapes.get(node.getId()))) {
                broken.add(node.getId() + " leaves " + frame.getId());
            }
        }
        for (var flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (!lines.containsKey(flow.getId())) {
                broken.add(flow.getId() + " has no line");
            }
        }
        shapes.forEach((id, shape) -> {
            if (shape.getX() < 0 || shape.getY() < 0) {
                broken.add(id + " is outside of the paper");
            }
        });
    }

    private void shapesKeepApart(List<String> broken) {
        shapes.forEach((id, shape) -> shapes.forEach((otherId, other) -> {
            if (id.compareTo(otherId) < 0 && shape.intersects(other) && !belongTogether(id, otherId)) {
                broken.add(id + " lies on " + otherId);
            }
        }));
    }

    private boolean belongTogether(String id, String otherId) {
        return isPartOf(id, otherId) || isPartOf(otherId, id);
    }

    private boolean isPartOf(String id, String whole) {
        FlowNode node = model.getModelElementById(id);
        return node instanceof BoundaryEvent boundary && boundary.getAttachedTo().getId().equals(whole)
                || node.getParentElement() instanceof SubProcess frame && frame.getId().equals(whole);
    }

    private void linesAreStraightAndJoinTheirEnds(List<String> broken) {
        lines.forEach((id, line) -> {
            if (line.stream().anyMatch(part -> part.getX1() != part.getX2() && part.getY1() != part.getY2())) {
                broken.add(id + " is askew");
            }
            SequenceFlow flow = model.getModelElementById(id);
            if (!touches(flow.getSource().getId(), line.get(0).getP1())) {
                broken.add(id + " does not begin at " + flow.getSource().getId());
            }
            if (!touches(flow.getTarget().getId(), line.get(line.size() - 1).getP2())) {
                broken.add(id + " does not end at " + flow.getTarget().getId());
            }
        });
    }

    private boolean touches(String id, Point2D point) {
        return shapes.containsKey(id) && grown(shapes.get(id), 1).contains(point);
    }

    private void linesKeepApart(List<String> broken) {
        lines.forEach((id, line) -> lines.forEach((otherId, other) -> {
            if (id.compareTo(otherId) < 0 && line.stream().anyMatch(part ->
                    other.stream().anyMatch(part::intersectsLine))) {
                broken.add(id + " crosses " + otherId);
            }
        }));
    }

    private void linesPassNoForeignShape(List<String> broken) {
        lines.forEach((id, line) -> {
            SequenceFlow flow = model.getModelElementById(id);
            shapes.forEach((shapeId, shape) -> {
                var isFrame = flow.getParentElement() instanceof SubProcess frame && frame.getId().equals(shapeId);
                var isEnd = flow.getSource().getId().equals(shapeId) || flow.getTarget().getId().equals(shapeId);
                if (!isFrame && !isEnd && line.stream().anyMatch(part -> part.intersects(shape))) {
                    broken.add(id + " passes through " + shapeId);
                }
            });
        });
    }

    private void labelsAreFree(List<String> broken) {
        labels.forEach((id, label) -> {
            shapes.forEach((shapeId, shape) -> {
                FlowNode node = model.getModelElementById(shapeId);
                if (!(node instanceof SubProcess) && label.intersects(shape)) {
                    broken.add("the label of " + id + " lies on " + shapeId);
                }
            });
            lines.forEach((lineId, line) -> {
                if (line.stream().anyMatch(part -> part.intersects(label))) {
                    broken.add("the label of " + id + " lies on " + lineId);
                }
            });
            labels.forEach((otherId, other) -> {
                if (id.compareTo(otherId) < 0 && label.intersects(other)) {
                    broken.add("the label of " + id + " lies on that of " + otherId);
                }
            });
        });
    }

    private void keep(String id, BpmnLabel label) {
        if (label != null) {
            labels.put(id, rectangle(label.getBounds()));
        }
    }

    private static List<Line2D> segments(BpmnEdge edge) {
        var points = List.copyOf(edge.getWaypoints());
        var segments = new ArrayList<Line2D>();
        for (var i = 1; i < points.size(); i++) {
            segments.add(new Line2D.Double(points.get(i - 1).getX(), points.get(i - 1).getY(),
                    points.get(i).getX(), points.get(i).getY()));
        }
        return segments;
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static Rectangle2D grown(Rectangle2D shape, double by) {
        return new Rectangle2D.Double(shape.getX() - by, shape.getY() - by, shape.getWidth() + 2 * by,
                shape.getHeight() + 2 * by);
    }
}
