package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import io.portolan.access.Tokens;
import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.portal.RealBrowser;
import io.portolan.tpp.Tpp;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A whole onboarding, in which a leg fails and a secret is lost; afterwards its secrets are looked for everywhere, in all that is logged too, so that none runs beside it. */
@Execution(ExecutionMode.SAME_THREAD)
class KeepsSecretsIT extends HarbourStory {

    @BeforeAll
    static void needsChromium() {
        RealBrowser.require();
    }

    private static final String PASSWORD = "a-password-of-this-story";
    @Autowired DataSource database;
    @Autowired RuntimeService runtimeService;
    @Autowired HistoryService historyService;
    @Autowired EvidenceStore evidence;
    @Autowired Vault vault;
    @Autowired Tokens tokens;
    @Autowired io.portolan.access.Users users;
    @LocalServerPort int port;

    private final EverythingLogged log = new EverythingLogged();
    private final SecretSearch search = new SecretSearch();
    private Secret token;
    private Visitor machine;
    private Visitor person;

    @BeforeEach
    void listen() {
        log.start();
        var name = "secrets-" + UUID.randomUUID();
        token = tokens.create(name, Set.of(Role.ADMIN), Set.of(), null, "user:story");
        machine = Visitor.withToken(port, token.reveal(CharSequence::toString));
        try (var password = Secret.of(PASSWORD)) {
            users.create(name, password, Set.of(Role.ADMIN));
        }
        person = Visitor.signedIn(port, name, PASSWORD);
    }

    @AfterEach
    void calm() {
        log.stop();
        token.close();
        BANK.control().mischief("hideCreateButton", false);
        BANK.control().mischief("loseAnswerTo", null);
    }

    @Test
    void leavesNoSecretAnywhereButInTheVault() throws Exception {
        var tpp = aTpp();
        BANK.control().mischief("hideCreateButton", true);
        BANK.control().mischief("loseAnswerTo", "/client-secret");
        var id = start(tpp).id();
        var task = awaitTask(id);
        var variables = variables();
        BANK.control().mischief("hideCreateButton", false);
        machine.post("/api/v1/tasks/" + task.id() + "/completion", "{\"outcome\": \"again\"}");
        var done = awaitStatus(id, Status.DONE);
        BANK.control().secrets().forEach(secret -> search.secret(secret.kind(), secret.value()));
        assertThat(BANK.control().secrets()).extracting(secret -> secret.kind()).contains("portal-password", "api-key", "client-secret", "access-token");
        keysOf(tpp);
        search.secret("our token", token.reveal(CharSequence::toString)).secret("our password", PASSWORD);
        mistypedByAClient(done, task.id());

        variables.forEach(search::text);
        everywhere(done);

        assertThat(search.found()).isEmpty();
    }

    @Test
    void wouldHaveFoundOneInEachOfThesePlaces() throws Exception {
        var canary = "Kanarie <" + UUID.randomUUID() + "> & \"co\"/+";
        search.secret("canary", canary);
        var tpp = aTpp();
        var profile = tpps.find(tpp).orElseThrow().profile();
        BANK.control().approveAfter(null);
        var id = start(tpp).id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        var process = runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(id).list().get(0);
        runtimeService.setVariable(process.getId(), "canary", canary);
        variables().forEach(search::text);
        assertThat(search.found()).anyMatch(each -> each.startsWith("canary, raw, in the variable canary"));
        BANK.control().approve();
        var done = awaitStatus(id, Status.DONE);
        tpps.save(new Tpp(tpp, new io.portolan.tpp.TppProfile(profile.legalName(), canary, profile.legalForm(), profile.country(),
                profile.address(), profile.website(), profile.registerNumber(), profile.vatNumber(), profile.lei(), profile.authority(),
                profile.licenceNumber(), profile.roles(), profile.passportedTo(), profile.contacts(), profile.applications())), "user:story");
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("create schema canary");
            statement.execute("create table canary.cages (form text, written text, packed bytea)");
            try (var insert = connection.prepareStatement("insert into canary.cages values (?, ?, ?)")) {
                for (var form : SecretForms.of(canary).entrySet()) {
                    insert.setString(1, form.getKey());
                    insert.setString(2, form.getValue().replace("\0", ""));
                    insert.setBytes(3, form.getValue().getBytes(StandardCharsets.UTF_8));
                    insert.execute();
                    LoggerFactory.getLogger("io.portolan.story").debug("the canary is {}", form.getValue());
                }
            }
        }
        LoggerFactory.getLogger("io.portolan.story").trace("it sings", new IllegalStateException("inside", new IllegalArgumentException(canary)));
        evidence.keep(done.id(), Evidence.Kind.NOTE, "text/plain", canary.getBytes(StandardCharsets.UTF_8));

        try {
            everywhere(done);
        } finally {
            try (var connection = database.getConnection(); var statement = connection.createStatement()) {
                statement.execute("drop schema canary cascade");
            }
        }

        for (var form : SecretForms.of(canary).keySet()) {
            assertThat(search.found()).contains("canary, " + form + ", in table \"canary\".\"cages\", column written",
                    "canary, " + form + ", in table \"canary\".\"cages\", column packed", "canary, " + form + ", in the log");
        }
        assertThat(search.found()).contains("canary, JSON-escaped, in GET /api/v1/tpps/" + tpp,
                "canary, JSON-escaped, in table \"public\".\"tpps\", column profile", "canary, raw, in table \"public\".\"evidence\", column body",
                "canary, raw, in a throwable in the log");
    }

    /** A client that sends a secret to where it does not belong gets it told back by no answer. */
    private void mistypedByAClient(Onboarding done, String task) {
        var typed = "mistyped-" + UUID.randomUUID();
        search.secret("what a client typed", typed);
        var credentials = "/api/v1/registrations/" + done.registration() + "/credentials";
        for (var answer : List.of(
                machine.post(credentials, "{\"name\": \"webhook-secret\", \"kind\": \"other\", \"value\": \"" + typed + "\"}", "Idempotency-Key", "k-" + UUID.randomUUID()),
                machine.post(credentials, "{\"name\": \"webhook-secret\", \"kind\": \"nonsense\", \"value\": \"" + typed + "\"}"),
                machine.post(credentials, "{\"name\": \"webhook-secret\", \"vlaue\": \"" + typed + "\"}"),
                machine.post(credentials, "{\"name\": [\"" + typed + "\"]}"),
                machine.post(credentials, "{\"name\": \"webhook-secret\", \"value\": \"" + typed),
                machine.post(credentials, "{\"value\": \"" + typed + "\", \"value\": \"" + typed + "\"}"),
                machine.post(credentials, "{\"value\": " + typed + "}"),
                machine.post("/api/v1/tasks/" + task + "/completion", "{\"outcome\": \"done\", \"values\": {\"client-secret\": \"" + typed + "\"}}"),
                machine.post("/api/v1/tpps/" + done.tpp() + "/certificates", "{\"kind\": \"QWAC\", \"environment\": \"live\", \"chain\": \"x\", \"key\": \"" + typed + "\"}"),
                person.submit("/tasks/" + task, "/tasks/" + task + "/completion", Map.of("outcome", "done", "value.client-secret", typed)))) {
            search.text("the answer to a mistake", answer.toString() + answer.headers());
        }
    }

    private void everywhere(Onboarding done) throws Exception {
        var walk = new Walk(search, done, worklist, evidence, certificates);
        walk.api(machine);
        walk.console(person);
        mails();
        log.into(search);
        var tables = DatabaseDump.into(search, database);
        assertThat(tables).contains("\"public\".\"vault_secrets\"", "\"public\".\"act_hi_varinst\"", "\"public\".\"act_ge_bytearray\"",
                "\"public\".\"evidence\"", "\"public\".\"idempotency_keys\"", "\"pg_catalog\".\"pg_statistic\"");
    }

    private void mails() throws Exception {
        var address = BANK.addresses();
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(address.mailHost(), address.imapPort(), address.mailbox(), address.mailboxPassword());
            int seen = 0;
            for (var folder : store.getDefaultFolder().list("*")) {
                folder.open(Folder.READ_ONLY);
                for (var mail : folder.getMessages()) {
                    var whole = new ByteArrayOutputStream();
                    mail.writeTo(whole);
                    search.bytes("a mail", whole.toByteArray());
                    search.text("the text of a mail", String.valueOf(mail.getContent()));
                    seen++;
                }
                folder.close();
            }
            assertThat(seen).isPositive();
        }
    }

    /** What the engine knows right now; at its history level it forgets variables when their process ends. */
    private Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        runtimeService.createVariableInstanceQuery().list()
                .forEach(each -> variables.put("the variable " + each.getName() + " " + each.getId(), String.valueOf(each.getValue())));
        historyService.createHistoricVariableInstanceQuery().list()
                .forEach(each -> variables.put("the history of the variable " + each.getName() + " " + each.getId(), String.valueOf(each.getValue())));
        assertThat(variables).isNotEmpty();
        return variables;
    }

    /** The parts of our private keys that their certificates do not show. */
    private void keysOf(String tpp) throws Exception {
        assertThat(certificates.of(tpp)).hasSize(2);
        for (var certificate : certificates.of(tpp)) {
            var purpose = new Vault.Purpose("user:story", "to look for it elsewhere", false, "portolan");
            try (var pem = vault.reveal(SecretName.of("certificate", certificate.id(), "key"), purpose).orElseThrow()) {
                var name = "the key of the " + certificate.kind();
                String body = pem.reveal(text -> text.toString().replaceAll("-----[^-]+-----", ""));
                for (var part : parts(Base64.getMimeDecoder().decode(body))) {
                    search.secret(name, part.toByteArray());
                }
            }
        }
    }

    private static List<BigInteger> parts(byte[] key) throws Exception {
        try {
            var rsa = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
            return List.of(rsa.getPrivateExponent(), rsa.getPrimeP(), rsa.getPrimeQ(), rsa.getPrimeExponentP(), rsa.getPrimeExponentQ(), rsa.getCrtCoefficient());
        } catch (InvalidKeySpecException noRsa) {
            return List.of(((ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key))).getS());
        }
    }
}
