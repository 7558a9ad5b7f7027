package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.refusal.Refused;
import io.portolan.refusal.TextRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds what comes by forms and addresses to what every text must be, before anything reads it. */
@Component
class GivenTexts implements HandlerInterceptor, WebMvcConfigurer {

    /** Fields that are meant for much, and say themselves how much. */
    private static final Set<String> LONG = Set.of("text", "chain", "key");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            var most = LONG.contains(name) || name.startsWith(TaskPage.VALUE) ? Integer.MAX_VALUE : TextRules.USUAL;
            for (var value : values) {
                TextRules.wrong(value, most).ifPresent(right -> {
                    var field = TextRules.wrong(name, 100).isPresent() ? say("console.a-field") : name;
                    throw Refused.invalid("invalid-values", say("console.cannot-be-taken-as-it-is", field, right), Map.of(field, right));
                });
            }
        });
        return true;
    }
}
