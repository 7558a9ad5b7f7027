package io.portolan.handout;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The public half in our own table, the private one in the vault; of two nodes that make one at the same moment, the first one's stays. */
@Component
class JdbcHandoutKeys implements HandoutKeys {

    private static final String OWNER = "portolan";
    private static final Vault.Purpose TO_SIGN = new Vault.Purpose(OWNER, "sign what is handed out", false, Act.HOUSE);

    private final JdbcClient database;
    private final Vault vault;
    private final Journal journal;
    private final Clock clock;

    JdbcHandoutKeys(JdbcClient database, Vault vault, Journal journal, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String published() {
        return new JWKSet(parsed(kept())).toString(true);
    }

    @Override
    public HandoutKey current() {
        var id = parsed(kept()).getKeyID();
        try (var secret = vault.reveal(name(id), TO_SIGN).orElseThrow(() -> new IllegalStateException("the vault has lost the key " + id))) {
            return new HandoutKey(secret.reveal(written -> (ECKey) parsed(written.toString())));
        }
    }

    private String kept() {
        return found().orElseGet(() -> {
            make();
            return found().orElseThrow();
        });
    }

    private Optional<String> found() {
        return database.sql("select jwk from handout_keys where purpose = 'handouts'").query(String.class).optional();
    }

    private void make() {
        try {
            var made = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.ES256).keyIDFromThumbprint(true).generate();
            try (var secret = Secret.of(made.toJSONString())) {
                vault.keep(name(made.getKeyID()), OWNER, secret);
            }
            var isFirst = database.sql("""
                    insert into handout_keys (purpose, kid, jwk, made_at) values ('handouts', :kid, :jwk, :now) on conflict do nothing
                    """).param("kid", made.getKeyID()).param("jwk", made.toPublicJWK().toJSONString()).param("now", Timestamps.now(clock)).update() == 1;
            if (isFirst) {
                journal.write(Act.ofPortolan(Act.HOUSE, "handout-key-made", null, null, "The key " + made.getKeyID() + " signs what is handed out from now on."));
            } else {
                vault.forget(name(made.getKeyID()));
            }
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has the curve P-256", e);
        }
    }

    /** A thumbprint may begin with a sign that the name of a secret may not begin with. */
    private static SecretName name(String id) {
        return SecretName.of(OWNER, "handout-key", "k" + id);
    }

    private static JWK parsed(String written) {
        try {
            return JWK.parse(written);
        } catch (ParseException e) {
            // without the cause, which may quote what it has read
            throw new IllegalStateException("the key for what is handed out cannot be read");
        }
    }
}
