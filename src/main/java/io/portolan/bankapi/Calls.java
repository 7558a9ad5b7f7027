package io.portolan.bankapi;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.certificate.IdentityUses;
import io.portolan.leg.Filled;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Outcome;
import io.portolan.playbook.ApiLook;
import io.portolan.playbook.CertificateKind;
import io.portolan.playbook.Probe;
import io.portolan.playbook.Request;
import io.portolan.playbook.Template;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes calls out of what playbooks say. */
@Component
class Calls {

    private static final Set<String> SET_BY_THE_CONNECTION = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final Certificates certificates;
    private final Signatures signatures;

    Calls(Certificates certificates, Signatures signatures) {
        this.certificates = certificates;
        this.signatures = signatures;
    }

    Call request(Request request, Filling with) {
        var filling = with.with(signatures.values(request.signed(), with));
        var headers = filled(request.headers(), filling);
        if (request.body() != null) {
            return json(request, headers, filling);
        }
        var form = new LinkedHashMap<String, Filled>();
        if (request.form() != null) {
            request.form().forEach((name, template) -> form.put(name, filling.fill(template)));
        }
        return form.isEmpty() ? call(request.method(), request.url(), request.tls(), headers, null, "", filling)
                : form(request.method(), request.url(), request.tls(), headers, form, filling);
    }

    private Call json(Request request, Map<String, Filled> headers, Filling filling) {
        var body = JsonText.sent(request.body(), filling::fill);
        var shown = JsonText.shown(request.body(), filling::fill);
        var type = "application/json";
        if (request.jws() != null) {
            var signed = signatures.signed(request.jws(), body, filling);
            body = signed.text();
            shown += "\n" + signed.note();
            type = signed.mediaType();
        }
        headers.putIfAbsent("Content-Type", new Filled(type, false));
        return call(request.method(), request.url(), request.tls(), headers, body, shown, filling);
    }

    Call get(String address, CertificateKind tls, Filling filling) {
        return call("GET", new Template(address), tls, filled(null, filling), null, "", filling);
    }

    Call look(ApiLook look, Filling filling) {
        return call("GET", look.url(), look.tls(), filled(look.headers(), filling), null, "", filling);
    }

    Call probe(Probe probe, CertificateKind tls, Map<String, Template> headers, Filling filling) {
        return call(probe.method(), probe.url(), tls, filled(headers, filling), null, "", filling);
    }

    Call form(String method, Template url, CertificateKind tls, Map<String, Filled> headers, Map<String, Filled> form,
            Filling filling) {
        headers.putIfAbsent("Content-Type", new Filled("application/x-www-form-urlencoded", false));
        return call(method, url, tls, headers, encoded(form, false), encoded(form, true), filling);
    }

    /** Header fields by name, which is the same in upper and lower case. */
    static Map<String, Filled> filled(Map<String, Template> templates, Filling filling) {
        var filled = new TreeMap<String, Filled>(String.CASE_INSENSITIVE_ORDER);
        if (templates != null) {
            templates.forEach((name, template) -> filled.put(name, filling.fill(template)));
        }
        return filled;
    }

    private Call call(String method, Template url, CertificateKind tls, Map<String, Filled> headers, String body, String shownBody,
            Filling filling) {
        var order = filling.run().order();
        var uri = AllowedHosts.checked(filling.fillAddress(url, tls != null), order.environment().hosts());
        headers.putIfAbsent("Accept", new Filled("application/json", false));
        var certificate = tls == null ? null : inUse(tls, order);
        var shown = new StringBuilder(method + " " + uri + "\n");
        var sent = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> {
            check(name, value.text());
            sent.put(name, value.text());
            shown.append(Transcript.header(name, value.text(), value.hidden()));
        });
        shown.append('\n').append(shownBody).append(certificate == null ? "\n(without a client certificate)"
                : "\n(with our " + certificate.kind() + ", serial " + certificate.serial().toString(16) + ")");
        if (certificate != null && !certificate.hasKey()) {
            throw withoutKey(certificate, "make this call", filling.run().masks().masked(shown.toString()));
        }
        return new Call(method, uri, sent, body, certificate, filling.run().masks().masked(shown.toString()));
    }

    private Certificate inUse(CertificateKind kind, LegOrder order) {
        return certificates.use(place(order), Certificate.Kind.valueOf(kind.name()), order.environmentKind(), IdentityUses.Manner.TLS)
                .orElseThrow(() -> new Stopped(Outcome.Reason.MISSING_DATA, "There is no valid " + kind + " of " + order.tpp()
                        + " for " + order.environmentKind() + " environments. Please add one.", null));
    }

    static IdentityUses.Place place(LegOrder order) {
        return new IdentityUses.Place(order.onboarding(), order.tpp(), order.playbook().bank(), order.environmentName());
    }

    /** What only the holder of a key can do, who is a person then. */
    static Stopped withoutKey(Certificate certificate, String what, String request) {
        return new Stopped(Outcome.Reason.MISSING_DATA, "The key of our " + certificate.kind().said() + " \"" + certificate.label() + "\" is not kept here, so Portolan cannot "
                + what + ". Please make the call where the key is, and say what the bank has answered.", request);
    }

    private static void check(String name, String value) {
        // the client's own complaint would quote the value
        if (value.chars().anyMatch(character -> character < ' ' && character != '\t' || character > 255 || character == 127)) {
            throw new Stopped(Outcome.Reason.MISSING_DATA, "The header field " + name + " would hold a line break or another"
                    + " character that it must not hold. Please correct the playbook.", null);
        }
        if (SET_BY_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            throw new Stopped(Outcome.Reason.MISSING_DATA, "The header field " + name + " is set by the connection itself."
                    + " Please correct the playbook.", null);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(Map<String, Filled> form, boolean shown) {
        return form.entrySet().stream().map(field -> encoded(field.getKey()) + "="
                + (shown && field.getValue().hidden() ? field.getValue() : encoded(field.getValue().text())))
                .collect(Collectors.joining("&"));
    }
}
