package io.portolan.bankapi;

import io.portolan.bankapi.CallFailed.How;
import io.portolan.bankapi.SignReader.Reading;
import io.portolan.journal.Evidence;
import io.portolan.leg.Filled;
import io.portolan.playbook.CertificateKind;
import io.portolan.playbook.HttpSignature;
import io.portolan.playbook.Places;
import io.portolan.playbook.Probe.NegativeControl;
import io.portolan.playbook.Probe;
import io.portolan.playbook.Template;
import io.portolan.playbook.TokenCall;
import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Calls that work only for a registered TPP, and the same calls with something left out, which must fail. */
@Component
class Probes {

    private static final Pattern CERTIFICATE = Pattern.compile("certificate\\.[a-z]+\\.(pem|pem-body|der-base64|x5c|chain-pem)");
    private static final String CLIENT_ID = "captured.client-id";

    private final Tokens tokens;
    private final Calls calls;
    private final Caller caller;

    Probes(Tokens tokens, Calls calls, Caller caller) {
        this.tokens = tokens;
        this.calls = calls;
        this.caller = caller;
    }

    Answer probe(Probe probe, Filling filling) throws CallFailed {
        return call(probe, filling);
    }

    /** The negative controls that were answered as the call itself is, and so take from its worth. */
    List<String> answeredAlike(Probe probe, TokenCall token, Filling filling) throws CallFailed {
        var alike = new ArrayList<String>();
        if (probe.negativeControl() != null) {
            for (var control : probe.negativeControl()) {
                filling.run().doing(AccessSteps.control(control, token != null));
                var isAlike = isAlike(control, probe, token, filling);
                filling.run().came(isAlike ? "It did not fail" : "It failed, as it must");
                if (isAlike) {
                    alike.add(control.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                }
            }
        }
        return alike;
    }

    private boolean isAlike(NegativeControl control, Probe probe, TokenCall token, Filling filling) throws CallFailed {
        try {
            return switch (control) {
                case NO_CERTIFICATE -> isDone(call(with(probe, null, without(probe, Probes::holdsCertificate), null), filling), filling);
                case NO_TOKEN -> isDone(call(with(probe, probe.tls(), without(probe, header -> header.places().contains(Places.TOKEN)), probe.httpSignature()), filling), filling);
                case FOREIGN_CLIENT_ID -> worksForAForeigner(probe, token, filling);
            };
        } catch (CallFailed failure) {
            // a server that wants a certificate may just hang up; that it is away says nothing
            if (failure.how().mayBeOurCertificate()) {
                return false;
            }
            throw failure;
        }
    }

    private boolean worksForAForeigner(Probe probe, TokenCall token, Filling filling) throws CallFailed {
        var foreigner = UUID.randomUUID().toString();
        if (token == null) {
            return isDone(call(probe, filling.with(Map.of(CLIENT_ID, new Filled(foreigner, false)))), filling);
        }
        var given = tokens.ask(token, filling, foreigner);
        refuseOutage(given.answer());
        given.token().ifPresent(Secret::close);
        return given.token().isPresent();
    }

    private static void refuseOutage(Answer answer) throws CallFailed {
        if (answer.isOutage()) {
            throw new CallFailed(How.NOT_REACHED, "A call that had to fail was answered with " + answer.status()
                    + ", which says nothing of us.");
        }
    }

    private static boolean isDone(Answer answer, Filling filling) throws CallFailed {
        refuseOutage(answer);
        return SignReader.read(filling.run().order().leg().signs(), answer, filling) == Reading.DONE;
    }

    private Answer call(Probe probe, Filling filling) throws CallFailed {
        var run = filling.run();
        var call = calls.probe(probe, filling);
        run.evidence(Evidence.Kind.REQUEST, "text/plain", call.shown().getBytes(StandardCharsets.UTF_8));
        var answer = caller.call(call);
        run.evidence(Evidence.Kind.ANSWER, "text/plain",
                Transcript.of(answer, List.of(), run.masks()).getBytes(StandardCharsets.UTF_8));
        return answer;
    }

    private static Probe with(Probe probe, CertificateKind tls, Map<String, Template> headers, HttpSignature signature) {
        return new Probe(probe.method(), probe.url(), tls, headers, signature, probe.proves(), probe.negativeControl(), probe.onlyFor());
    }

    private static Map<String, Template> without(Probe probe, Predicate<Template> isLeftOut) {
        return probe.headers() == null ? Map.of() : probe.headers().entrySet().stream().filter(header -> !isLeftOut.test(header.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean holdsCertificate(Template header) {
        return header.places().stream().anyMatch(place -> CERTIFICATE.matcher(place).matches());
    }
}
