package io.portolan.chart;

import io.portolan.chart.Box.Point;
import io.portolan.chart.RoutePlan.Flow;
import io.portolan.chart.RoutePlan.Stop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything of a route is drawn: left to right in rows of about as many activities, like lines of a text, with
 * the lines that lead to the next row and around a leg in channels of their own, so that none crosses another.
 */
final class RouteLayout {

    private static final int ROW = 6;
    private static final int ROW_HEIGHT = 230;
    private static final int FIRST_ROW = 200;
    private static final int LEFT = 150;
    private static final int EVENT = 36;
    private static final int GATEWAY = 50;
    private static final int ACTIVITY_WIDTH = 130;
    /** Room for four lines of title over the sign of a called process. */
    private static final int ACTIVITY_HEIGHT = 100;
    private static final int GAP = 55;
    private static final int MARGIN = 40;
    private static final int DETOUR = 80;
    private static final int CHANNEL = 105;
    private static final int FRAME_HEIGHT = 180;

    private final Map<String, Box> shapes = new LinkedHashMap<>();
    private final Map<String, List<Point>> lines = new LinkedHashMap<>();
    private final RoutePlan plan;
    private int x;
    private int y = FIRST_ROW;

    RouteLayout(RoutePlan plan) {
        this.plan = plan;
        placeStops();
        placeStopping();
        plan.flows().forEach(this::leadAlong);
    }

    /** The shapes by the ids of what they show. */
    Map<String, Box> shapes() {
        return shapes;
    }

    /** The bends of each line, by the ids of the flows. */
    Map<String, List<Point>> lines() {
        return lines;
    }

    private void placeStops() {
        x = LEFT;
        place(RoutePlan.REQUESTED, EVENT, EVENT);
        var rowStart = x;
        var count = plan.stops().size();
        var rows = (count + ROW - 1) / ROW;
        for (var row = 0; row < rows; row++) {
            x = row == 0 ? x : rowStart;
            y = FIRST_ROW + row * ROW_HEIGHT;
            plan.stops().subList(row * count / rows, (row + 1) * count / rows).forEach(this::place);
        }
        place(RoutePlan.LIVE, EVENT, EVENT);
    }

    private void place(Stop stop) {
        if (stop.isSkippable()) {
            place(stop.questionId(), GATEWAY, GATEWAY);
        }
        place(stop.id(), ACTIVITY_WIDTH, ACTIVITY_HEIGHT);
        if (stop.isSkippable()) {
            place(stop.mergeId(), GATEWAY, GATEWAY);
        }
    }

    private void placeStopping() {
        var left = shapes.get(RoutePlan.PRE_FLIGHT).x();
        var top = y + CHANNEL;
        var width = MARGIN + EVENT + GAP + ACTIVITY_WIDTH + GAP + EVENT + MARGIN;
        shapes.put(RoutePlan.STOPPED, new Box(left, top, width, FRAME_HEIGHT));
        x = left + MARGIN;
        y = top + FRAME_HEIGHT / 2;
        place(RoutePlan.ONBOARDING_STOPPED, EVENT, EVENT);
        place(RoutePlan.RECORD_STOP, ACTIVITY_WIDTH, ACTIVITY_HEIGHT);
        place(RoutePlan.ENDED, EVENT, EVENT);
        leadAlong(new Flow(RoutePlan.ONBOARDING_STOPPED, RoutePlan.RECORD_STOP));
        leadAlong(new Flow(RoutePlan.RECORD_STOP, RoutePlan.ENDED));
    }

    private void place(String id, int width, int height) {
        shapes.put(id, new Box(x, y - height / 2, width, height));
        x += width + GAP;
    }

    private void leadAlong(Flow flow) {
        var from = shapes.get(flow.source());
        var to = shapes.get(flow.target());
        var skips = plan.stops().stream().anyMatch(stop -> stop.isSkippable() && RoutePlan.skipping(stop).equals(flow));
        lines.put(flow.id(), skips ? above(from, to) : from.x() < to.x() && from.centreY() == to.centreY()
                ? List.of(from.rightMiddle(), to.leftMiddle()) : toTheNextRow(from, to));
    }

    private static List<Point> above(Box from, Box to) {
        var height = from.centreY() - DETOUR;
        return List.of(from.topMiddle(), new Point(from.centreX(), height), new Point(to.centreX(), height),
                to.topMiddle());
    }

    private static List<Point> toTheNextRow(Box from, Box to) {
        var height = from.centreY() + CHANNEL;
        var right = from.right() + MARGIN;
        var left = to.x() - MARGIN;
        return List.of(from.rightMiddle(), new Point(right, from.centreY()), new Point(right, height),
                new Point(left, height), new Point(left, to.centreY()), to.leftMiddle());
    }
}
