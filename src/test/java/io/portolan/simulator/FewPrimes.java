package io.portolan.simulator;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of RSA keys of 2048 bits, each another one, and each of two of a few primes: to look for primes is what takes long in making such keys. Whoever has
 * two of them may break both, which does no harm where all is simulated.
 */
final class FewPrimes {

    private static final int BITS = 1024;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<BigInteger> PRIMES = new ArrayList<>(List.of(prime()));
    private static int partner;

    private FewPrimes() {
    }

    /** A pair that has not been given before. */
    static synchronized KeyPair pair() throws GeneralSecurityException {
        if (partner == PRIMES.size() - 1) {
            PRIMES.add(prime());
            partner = 0;
        }
        return of(PRIMES.get(PRIMES.size() - 1), PRIMES.get(partner++));
    }

    /** So large that the product of any two has all its bits. */
    private static BigInteger prime() {
        while (true) {
            var prime = BigInteger.probablePrime(BITS, RANDOM);
            if (prime.testBit(BITS - 2) && prime.subtract(BigInteger.ONE).gcd(EXPONENT).equals(BigInteger.ONE)) {
                return prime;
            }
        }
    }

    private static KeyPair of(BigInteger p, BigInteger q) throws GeneralSecurityException {
        var modulus = p.multiply(q);
        var beforeP = p.subtract(BigInteger.ONE);
        var beforeQ = q.subtract(BigInteger.ONE);
        var secret = EXPONENT.modInverse(beforeP.multiply(beforeQ));
        var keys = KeyFactory.getInstance("RSA");
        return new KeyPair(keys.generatePublic(new RSAPublicKeySpec(modulus, EXPONENT)), keys.generatePrivate(
                new RSAPrivateCrtKeySpec(modulus, EXPONENT, secret, p, q, secret.mod(beforeP), secret.mod(beforeQ), q.modInverse(p))));
    }
}
