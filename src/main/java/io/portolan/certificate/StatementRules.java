package io.portolan.certificate;

import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What there is to say of the statements and policies of a certificate. */
final class StatementRules {

    private static final String ROLES = "ETSI TS 119 495, GEN-5.2.2-1";
    private static final String TYPE = "ETSI EN 319 412-5, clause 4.2.3";
    private static final String AUTHORITY = "ETSI TS 119 495, GEN-5.2.3-2";
    private static final String LIST = "ETSI TS 119 495, Annex D";
    private static final Set<String> OF_TPPS = Set.of("PSP_PI", "PSP_AI", "PSP_IC");
    private static final String WEB_POLICY = "0.4.0.19495.3.1";
    private static final Pattern AUTHORITY_ID = Pattern.compile("[A-Z]{2}-[A-Z]{2,8}");

    private StatementRules() {
    }

    static void judge(CertificateContents contents, JudgeCertificate.Purpose purpose, FindingList findings) {
        var statements = contents.statements();
        if (!statements.isPresent() && contents.unreadable().contains("qcStatements")) {
            findings.warning("statements-unreadable", "RFC 3739, section 3.2.6", "The statements of a qualified certificate cannot be read; so its roles are not known.");
        } else if (!statements.isPresent() && !purpose.kind().isOfOpenBanking()) {
            findings.errorIfLive("not-qualified", "RTS (EU) 2018/389, Article 34", "It has no statements of a qualified certificate at all, so it is no "
                    + purpose.kind().said() + ".");
        } else if (!purpose.kind().isOfOpenBanking()) {
            qualified(contents, purpose, findings);
        }
        if (!statements.isExact()) {
            findings.warning("statements-malformed", "RFC 3739, section 3.2.6", "The statements of a qualified certificate are not put together as the standard has it,"
                    + " so that a bank may read none of them, and no role.");
        }
        type(contents, purpose, findings);
        if (statements.psd2() != null) {
            psd2(statements.psd2(), purpose, findings);
        } else if (statements.isPresent()) {
            findings.warning("psd2-statement-missing", "ETSI TS 119 495, GEN-5.1-1", "It says nothing of a payment service provider: neither roles nor an authority.");
        }
    }

    private static void qualified(CertificateContents contents, JudgeCertificate.Purpose purpose, FindingList findings) {
        if (!contents.statements().isCompliant()) {
            findings.warning("compliance-missing", "ETSI EN 319 412-5, clause 4.2.1", "It does not say that it is a qualified certificate (QcCompliance).");
        }
        if (!contents.statements().legislations().isEmpty()) {
            findings.note("other-legislation", "ETSI EN 319 412-5, clause 4.2.4", "It is qualified by the law of "
                    + String.join(", ", contents.statements().legislations()) + ", and not by that of the Union.");
        }
        if (contents.isForWeb() && purpose.kind() == Certificate.Kind.QWAC && !contents.policies().contains(WEB_POLICY)) {
            findings.note("policy-other", "ETSI TS 119 495, OVR-6.1-3", "It was not issued under the policy for website certificates of payment service providers ("
                    + WEB_POLICY + "), but under " + (contents.policies().isEmpty() ? "none" : String.join(", ", contents.policies())) + ".");
        }
    }

    private static void type(CertificateContents contents, JudgeCertificate.Purpose purpose, FindingList findings) {
        var types = contents.statements().types();
        var wanted = purpose.kind().isForWeb() ? "web" : "eseal";
        if (!types.isEmpty() && !types.contains(wanted)) {
            findings.errorIfLive("type-wrong", TYPE, "It says itself that it is for " + types.stream().sorted().collect(Collectors.joining(", "))
                    + ", so it is no " + purpose.kind().said() + ", which is for " + wanted + ".");
        } else if (types.size() > 1) {
            findings.warning("types-several", TYPE, "It says that it is for several things: " + String.join(", ", types) + ".");
        } else if (types.isEmpty() && contents.statements().isPresent() && !purpose.kind().isOfOpenBanking()) {
            findings.warning("type-missing", TYPE, "It does not say whether it is for websites or for seals (QcType).");
        }
    }

    private static void psd2(Psd2Statement statement, JudgeCertificate.Purpose purpose, FindingList findings) {
        if (!statement.isExact()) {
            findings.warning("psd2-statement-malformed", "ETSI TS 119 495, GEN-5.1-3 and Annex A", "The statement on the payment service provider is not built as the standard"
                    + " has it; what is shown was read as well as that goes, and a bank may read less.");
        }
        if (statement.roles().isEmpty()) {
            findings.errorIfLive("roles-missing", ROLES, "It names no role, so no bank can let it do anything.");
        } else if (Collections.disjoint(statement.roleNames(), OF_TPPS)) {
            findings.warning("roles-of-no-tpp", ROLES, "It has none of the roles by which banks let somebody act for their customers: PSP_PI, PSP_AI and PSP_IC.");
        }
        for (var role : statement.roles()) {
            if (!role.isKnown()) {
                findings.note("role-foreign", "ETSI TS 119 495, clause 5.2.2", "The role " + role.oid() + " is none of the standard's.");
            } else if (!role.isNamedAsItShould()) {
                findings.warning("role-misnamed", "ETSI TS 119 495, REG-5.2.2-5", "The role " + role.name() + " (" + role.oid() + ") has "
                        + (role.written() == null ? "no name" : "the name \"" + role.written() + "\"") + " beside it; banks that go by the name read something else.");
            }
        }
        authority(statement, purpose, findings);
    }

    private static void authority(Psd2Statement statement, JudgeCertificate.Purpose purpose, FindingList findings) {
        var id = statement.authorityId();
        var isInternational = statement.roleNames().contains("PSP_CB") || statement.roleNames().contains("PSP_PA");
        if (id == null || id.isBlank() || statement.authorityName() == null || statement.authorityName().isBlank()) {
            findings.warning("authority-missing", "ETSI TS 119 495, clause 5.2.3", "It does not name the authority that has given the licence, or not its id.");
        } else if (isInternational && !id.equals("NA")) {
            findings.warning("authority-malformed", "ETSI TS 119 495, GEN-5.2.3-5", "The id of the authority is \"" + id + "\" and should be NA for an international central bank or public authority.");
        } else if (isInternational || purpose.kind().isOfOpenBanking() && id.startsWith("GB-")) {
            return;
        } else if (!AUTHORITY_ID.matcher(id).matches()) {
            findings.warning("authority-malformed", AUTHORITY, "The id of the authority is \"" + id + "\" and should be like DE-BAFIN.");
        } else if (Authorities.isFormer(id)) {
            findings.note("authority-former", LIST, "The id of the authority, " + id + ", is from an earlier list; some banks know only the present one.");
        } else if (!Authorities.isListed(id)) {
            findings.note("authority-unlisted", LIST, "The id of the authority, " + id + ", is not on the list of the European Banking Authority of 2 February 2023.");
        }
    }
}
