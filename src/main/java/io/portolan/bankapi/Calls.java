package io.portolan.bankapi;

import io.portolan.certificate.Certificates;
import io.portolan.certificate.IdentityUses;
import io.portolan.leg.Filled;
import io.portolan.leg.FormText;
import io.portolan.leg.Outcome;
import io.portolan.playbook.ApiLook;
import io.portolan.playbook.CertificateKind;
import io.portolan.playbook.HttpSignature;
import io.portolan.playbook.Probe;
import io.portolan.playbook.Request;
import io.portolan.playbook.Template;
import io.portolan.playbook.TokenCall;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Makes calls out of what playbooks say. */
@Component
class Calls {

    private static final Set<String> SET_BY_THE_CONNECTION = Set.of("connection", "content-length", "expect", "host", "proxy-authorization", "upgrade");

    private final Certificates certificates;
    private final Signatures signatures;
    private final HttpSignatures httpSignatures;

    Calls(Certificates certificates, Signatures signatures, HttpSignatures httpSignatures) {
        this.certificates = certificates;
        this.signatures = signatures;
        this.httpSignatures = httpSignatures;
    }

    /** Where a call goes, by which certificate, and how it is signed. */
    private record Line(String method, Template url, CertificateKind tls, HttpSignature signature) { }

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
        return form.isEmpty() ? call(line(request), headers, null, "", filling) : form(line(request), headers, form, filling);
    }

    private Call json(Request request, Map<String, Filled> headers, Filling filling) {
        var body = filling.sent(request.body());
        var shown = filling.shown(request.body());
        var type = "application/json";
        if (request.jws() != null) {
            var signed = signatures.signed(request.jws(), body, filling);
            body = signed.text();
            shown += "\n" + signed.note();
            type = signed.mediaType();
        }
        headers.putIfAbsent("Content-Type", new Filled(type, false));
        return call(line(request), headers, body, shown, filling);
    }

    Call get(String address, CertificateKind tls, Filling filling) {
        return call(new Line("GET", new Template(address), tls, null), filled(null, filling), null, "", filling);
    }

    Call look(ApiLook look, Filling filling) {
        return call(new Line("GET", look.url(), look.tls(), look.httpSignature()), filled(look.headers(), filling), null, "", filling);
    }

    Call probe(Probe probe, Filling filling) {
        return call(new Line(probe.method(), probe.url(), probe.tls(), probe.httpSignature()), filled(probe.headers(), filling), null, "", filling);
    }

    Call token(TokenCall token, Map<String, Filled> headers, Map<String, Filled> form, Filling filling) {
        return form(new Line("POST", token.url(), token.tls(), token.httpSignature()), headers, form, filling);
    }

    /** Asks what a token is worth (RFC 7662), over mutual TLS where the token was got so. */
    Call introspection(TokenCall token, Map<String, Filled> headers, Map<String, Filled> form, Filling filling) {
        return form(new Line("POST", new Template("{{" + Discovery.INTROSPECTION_ENDPOINT + "}}"), token.tls(), null), headers, form, filling);
    }

    private static Line line(Request request) {
        return new Line(request.method(), request.url(), request.tls(), request.httpSignature());
    }

    private Call form(Line line, Map<String, Filled> headers, Map<String, Filled> form, Filling filling) {
        headers.putIfAbsent("Content-Type", new Filled("application/x-www-form-urlencoded", false));
        return call(line, headers, FormText.sent(form), FormText.shown(form), filling);
    }

    /** Header fields by name, which is the same in upper and lower case. */
    static Map<String, Filled> filled(Map<String, Template> templates, Filling filling) {
        var filled = new TreeMap<String, Filled>(String.CASE_INSENSITIVE_ORDER);
        if (templates != null) {
            templates.forEach((name, template) -> filled.put(name, filling.fill(template)));
        }
        return filled;
    }

    private Call call(Line line, Map<String, Filled> headers, String body, String shownBody, Filling filling) {
        var address = filling.fillAddress(line.url(), line.tls() != null);
        var uri = AllowedHosts.checked(address, line.url(), filling.run().order().environment().hosts());
        headers.putIfAbsent("Accept", new Filled("application/json", false));
        if (line.signature() != null) {
            httpSignatures.sign(line.signature(), line.method(), uri, headers, body, filling);
        }
        var isPlain = AllowedHosts.isPlain(uri);
        var certificate = line.tls() == null || isPlain ? null : filling.certificate(line.tls(), certificates, IdentityUses.Manner.TLS);
        var shownAddress = address.hidden() ? uri.getScheme() + "://" + uri.getAuthority() + "/•••" : uri.toString();
        var shown = new StringBuilder(line.method() + " " + shownAddress + "\n");
        var sent = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> {
            check(name, value.text());
            sent.put(name, value.text());
            shown.append(Transcript.header(name, value.text(), value.hidden()));
        });
        shown.append('\n').append(shownBody).append(isPlain ? "\n(not over TLS, and so without a client certificate)" : certificate == null ? "\n(without a client certificate)"
                : "\n(with our " + certificate.kind() + ", serial " + certificate.serial().toString(16) + ")");
        if (certificate != null && !certificate.hasKey()) {
            throw Filling.withoutKey(certificate, "make this call", filling.run().masks().masked(shown.toString()));
        }
        return new Call(line.method(), uri, sent, body, certificate, filling.run().order().environment().connection(), address.hidden(),
                filling.run().masks().masked(shown.toString()));
    }

    private static void check(String name, String value) {
        // the client's own complaint would quote the value, and beyond ASCII it would send question marks
        if (!isSendable(value)) {
            throw new Stopped(Outcome.Reason.MISSING_DATA, "The header field " + name + " would hold a line break or another"
                    + " character that it must not hold. Please correct the playbook.", null);
        }
        if (SET_BY_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            throw new Stopped(Outcome.Reason.MISSING_DATA, "The header field " + name + " is set by the connection itself."
                    + " Please correct the playbook.", null);
        }
    }

    private static boolean isSendable(String value) {
        for (int i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            if (character < ' ' && character != '\t' || character > '~') {
                return false;
            }
        }
        return true;
    }
}
