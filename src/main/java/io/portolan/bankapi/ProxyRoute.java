package io.portolan.bankapi;

import io.portolan.journal.Act;
import io.portolan.vault.Secret;
import io.portolan.vault.Vault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to banks through our proxy, where there is one; what is encrypted for the bank stays so. */
@Component
class ProxyRoute extends ProxySelector {

    private static final String BASIC = "jdk.http.auth.tunneling.disabledSchemes";

    private final BankApiSettings.Proxy proxy;
    private final Vault vault;

    ProxyRoute(BankApiSettings settings, Vault vault) {
        this.proxy = settings.proxy();
        this.vault = vault;
        if (proxy != null && proxy.user() != null) {
            if (proxy.password() == null && proxy.secretName() == null) {
                throw new IllegalArgumentException("portolan.bankapi.proxy.user needs password or password-secret beside it");
            }
            // Java shows a password to no proxy of TLS connections unless told otherwise, and reads that with its first HTTP client
            if (System.getProperty(BASIC) == null) {
                System.setProperty(BASIC, "none");
            }
        }
    }

    @Override
    public List<Proxy> select(URI address) {
        if (proxy == null) {
            return ProxySelector.getDefault() == null ? List.of(Proxy.NO_PROXY) : ProxySelector.getDefault().select(address);
        }
        // without TLS it would see all that we say
        var isDirect = !"https".equalsIgnoreCase(address.getScheme()) || proxy.isLeftOutFor(address.getHost());
        return List.of(isDirect ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
    }

    @Override
    public void connectFailed(URI address, SocketAddress at, IOException failure) {
        // the call says so itself
    }

    /** The proxy between us and this address, as people know it; empty where there is none. */
    Optional<String> between(URI address) {
        return select(address).stream().findFirst().filter(found -> found.type() == Proxy.Type.HTTP).map(Proxy::address)
                .map(InetSocketAddress.class::cast).map(at -> at.getHostString() + ":" + at.getPort());
    }

    /** What signs us in at the proxy before this address (RFC 7617), which gets to see it alone; empty where there is none, or it asks for nobody. */
    Optional<String> authorization(URI address) throws CallFailed {
        if (proxy == null || proxy.user() == null || between(address).isEmpty()) {
            return Optional.empty();
        }
        try (var password = password()) {
            return Optional.of(password.reveal(text -> "Basic " + Base64.getEncoder()
                    .encodeToString((proxy.user() + ":" + text).getBytes(StandardCharsets.UTF_8))));
        }
    }

    private Secret password() throws CallFailed {
        if (proxy.secretName() == null) {
            return Secret.of(proxy.password());
        }
        return vault.reveal(proxy.secretName(), new Vault.Purpose("bankapi", "passing our proxy", false, Act.HOUSE))
                .orElseThrow(() -> new CallFailed(CallFailed.How.PROXY_IN_THE_WAY, "The vault has no password for our proxy " + proxy
                        + "; portolan.bankapi.proxy.password-secret says under which name."));
    }
}
