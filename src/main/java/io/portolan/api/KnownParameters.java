package io.portolan.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses a call whose address has a parameter that is none of its own: a filter by a name that nobody knows would let all through. */
@Component
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {

    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final ConcurrentHashMap<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    /** A parameter that the call does not have. */
    static final class UnknownParameter extends RuntimeException {

        private static final int LONGEST = 40;
        private final transient ProblemDetail problem;

        UnknownParameter(String written, Set<String> known) {
            super("unknown parameter", null, false, false);
            var name = written.length() > LONGEST ? written.substring(0, LONGEST) + "…" : written;
            var nearest = UnreadableBody.nearest(name, known);
            problem = Problems.problem(HttpStatus.BAD_REQUEST, "unknown-parameter", "There is no parameter " + name + "; "
                    + (nearest != null ? "did you mean " + nearest + "?" : known.isEmpty() ? "this call has none." : "there are " + String.join(", ", known) + "."));
            problem.setProperty("parameter", name);
            problem.setProperty("knownParameters", known);
            if (nearest != null) {
                problem.setProperty("nearest", nearest);
            }
        }

        ProblemDetail problem() {
            return problem;
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/api/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var names = known.computeIfAbsent(method, KnownParameters::of);
            request.getParameterMap().keySet().stream().filter(name -> !name.isEmpty() && !names.contains(name)).findFirst().ifPresent(name -> {
                throw new UnknownParameter(name, names);
            });
        }
        return true;
    }

    private static Set<String> of(HandlerMethod method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            names(parameter).forEach(names::add);
        }
        return names;
    }

    private static Stream<String> names(MethodParameter parameter) {
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked != null) {
            return Stream.of(asked.name().isEmpty() ? parameter.getParameterName() : asked.name());
        }
        return parameter.hasParameterAnnotation(ModelAttribute.class) ? Arrays.stream(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName) : Stream.of();
    }
}
