package io.portolan.console;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Finds the page that an address belongs to which itself only takes a form. */
@Component
class PageAbove {

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    /** There are no routes where a playbook is rehearsed, and no pages. */
    PageAbove(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    /** The nearest address above this one that may be opened. */
    String of(String path) {
        var above = path;
        do {
            above = above.substring(0, Math.max(above.lastIndexOf('/'), 0));
        } while (!above.isEmpty() && !mayBeOpened(above));
        return above.isEmpty() ? "/" : above;
    }

    private boolean mayBeOpened(String path) {
        var parsed = PathContainer.parsePath(path);
        return routes.getObject().getHandlerMethods().keySet().stream().anyMatch(route -> isRead(route)
                && route.getPathPatternsCondition() != null && route.getPathPatternsCondition().getPatterns().stream().anyMatch(pattern -> pattern.matches(parsed)));
    }

    private static boolean isRead(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }
}
