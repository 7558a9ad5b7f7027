package io.portolan.playbook;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A signature that a leg makes with the key of a certificate of ours.
 *
 * @param algorithm as RFC 7518 or draft-cavage-http-signatures names it
 */
public record WantedSignature(CertificateKind key, String algorithm) {

    /** Those of a leg's work, each once. */
    public static Set<WantedSignature> of(Work work) {
        if (!(work instanceof ApiWork calls)) {
            return Set.of();
        }
        var request = calls.request();
        var look = calls.look();
        var tokens = Stream.of(calls.token(), look == null ? null : look.token()).filter(Objects::nonNull).toList();
        var bodies = Stream.concat(tokens.stream().map(TokenCall::assertion), request == null ? Stream.empty()
                : Stream.concat(Stream.ofNullable(request.jws()), request.signed().values().stream().map(SignedValue::by)));
        var fields = Stream.of(tokens.stream().map(TokenCall::httpSignature), calls.probe().stream().map(Probe::httpSignature),
                Stream.ofNullable(request).map(Request::httpSignature), Stream.ofNullable(look).map(ApiLook::httpSignature)).flatMap(each -> each);
        return Stream.concat(bodies.filter(Objects::nonNull).filter(by -> by.key() != null).map(by -> new WantedSignature(by.key(), by.alg().name())),
                fields.filter(Objects::nonNull).map(by -> new WantedSignature(by.key(), by.usedAlgorithm().word()))).collect(Collectors.toSet());
    }
}
