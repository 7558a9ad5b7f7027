package io.portolan.account;

/** That an account has a new password or a new expiry; published within the transaction that changes it. */
public record PortalAccountRenewed(String tpp, String portal, String environment) {
}
