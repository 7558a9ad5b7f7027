package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.SentForms;
import io.portolan.refusal.Refused;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** Does once what is sent twice: each form of a page has an id, and the same form with the same content is led to where it led before. */
@Component
class FormsOnce implements HandlerInterceptor, WebMvcConfigurer {

    /** The field with the id of a form. */
    static final String FIELD = "_form";
    private static final String SENT = FormsOnce.class.getName();

    private final SentForms forms;

    FormsOnce(SentForms forms) {
        this.forms = forms;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        // an error is answered by another dispatch of the same request, when its files are gone
        if (request.getDispatcherType() != DispatcherType.REQUEST || !"POST".equals(request.getMethod()) || request.getUserPrincipal() == null || request.getParameter(FIELD) == null) {
            return true;
        }
        var form = hash(request);
        var before = forms.begin(form);
        if (before instanceof SentForms.Done done) {
            RequestContextUtils.getOutputFlashMap(request).put("said", List.of(say("console.came-twice")));
            RequestContextUtils.saveOutputFlashMap(done.location().replaceAll("#.*", ""), request, response);
            response.sendRedirect(done.location());
            return false;
        }
        if (before instanceof SentForms.Running) {
            throw Refused.conflict("form-being-done", say("console.being-done"), Map.of());
        }
        request.setAttribute(SENT, form);
        return true;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception broken) {
        var form = (String) request.getAttribute(SENT);
        if (form == null) {
            return;
        }
        var location = response.getHeader(HttpHeaders.LOCATION);
        if (response.getStatus() / 100 == 3 && location != null) {
            forms.done(form, location);
        } else {
            forms.forget(form);
        }
    }

    /** Of whom, where, what: the form itself, and what stands in it, so that another text in the same form is another wish. */
    private static String hash(HttpServletRequest request) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getUserPrincipal().getName() + "\n" + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
            new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
                if (!name.equals("_csrf")) {
                    digest.update((name + "=" + Arrays.toString(values) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
            var files = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
            if (files != null) {
                for (var several : new TreeMap<>(files.getMultiFileMap()).values()) {
                    for (var file : several) {
                        digest.update((file.getName() + "=" + file.getOriginalFilename() + " " + file.getSize() + "\n").getBytes(StandardCharsets.UTF_8));
                        try (var content = new DigestInputStream(file.getInputStream(), digest)) {
                            content.transferTo(OutputStream.nullOutputStream());
                        }
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
