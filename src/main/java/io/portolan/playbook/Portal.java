package io.portolan.playbook;

import java.util.List;

/** A developer portal: its name, its log-in and the rules of its passwords. */
public record Portal(
        @Doc(value = "The name by which the banks of a group share one account.", example = "name: erste-developer",
                required = true) String name,
        @Doc(value = "What we sign in with.", example = "login: '{{tpp.contact.e-mail}}'") Template login,
        @Doc(value = "The steps that sign in.",
                example = "log-in: [{open: '{{environment.base-url}}/login'}, {click: {text: Log in}}]")
                List<Step> logIn,
        @Doc(value = "What shows that we are signed in.", example = "signed-in: {visible: {role: link, name: Log out}}")
                Sign signedIn,
        @Doc(value = "What the portal asks of a password.", example = "password: {length: 20, symbols: '!#%'}")
                PasswordRules password,
        @Doc(value = "What the portal asks for beside the password, once the account has the seed of its codes; log-in enters it by"
                + " enter-code: {..., code: '{{account.totp}}'}.", example = "second-factor: totp") SecondFactor secondFactor,
        @Doc(value = "What is clicked away wherever it stands in the way: cookie banners, news.",
                example = "dismiss: [{role: button, name: Accept all cookies}]") List<Target> dismiss) {

    /** A second factor that we can have. */
    public enum SecondFactor { TOTP }

    /** The rules by which a password is made. */
    public record PasswordRules(
            @Doc(value = "How many characters.", example = "length: 20") Integer length,
            @Doc(value = "The symbols that it may hold, at least one of which it does.", example = "symbols: '!#%'")
                    String symbols,
            @Doc(value = "After what time the portal asks for a new one.", example = "expires-after: 90 days") Span expiresAfter) {
    }
}
