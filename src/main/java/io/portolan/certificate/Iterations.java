package io.portolan.certificate;

import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** How much work a file demands before its password can be tried; one made to keep us busy for hours is not tried at all. */
final class Iterations {

    private static final long MOST = 10_000_000;

    private Iterations() {
    }

    static boolean areBearable(AlgorithmIdentifier algorithm) {
        try {
            return of(algorithm) <= MOST;
        } catch (RuntimeException malformed) {
            // then it cannot be decrypted either, which is said there
            return true;
        }
    }

    private static long of(AlgorithmIdentifier algorithm) {
        var id = algorithm.getAlgorithm();
        var parameters = algorithm.getParameters();
        if (id.equals(PKCSObjectIdentifiers.id_PBES2)) {
            var function = PBES2Parameters.getInstance(parameters).getKeyDerivationFunc();
            return of(new AlgorithmIdentifier(function.getAlgorithm(), function.getParameters()));
        }
        if (id.equals(PKCSObjectIdentifiers.id_PBMAC1)) {
            return of(PBMAC1Params.getInstance(parameters).getKeyDerivationFunc());
        }
        if (id.equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            return PBKDF2Params.getInstance(parameters).getIterationCount().longValueExact();
        }
        if (id.equals(MiscObjectIdentifiers.id_scrypt)) {
            var scrypt = ScryptParams.getInstance(parameters);
            return scrypt.getCostParameter().multiply(scrypt.getBlockSize()).multiply(scrypt.getParallelizationParameter()).longValueExact();
        }
        if (id.on(PKCSObjectIdentifiers.pkcs_12PbeIds)) {
            return PKCS12PBEParams.getInstance(parameters).getIterations().longValueExact();
        }
        return id.on(PKCSObjectIdentifiers.pkcs_5) ? PBEParameter.getInstance(parameters).getIterationCount().longValueExact() : 0;
    }
}
