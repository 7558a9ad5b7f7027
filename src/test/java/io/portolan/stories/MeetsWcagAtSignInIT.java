package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.access.Role;
import io.portolan.access.Users;
import io.portolan.vault.Secret;
import io.portolan.vault.Totp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of passwords and codes, by keyboard: by the rules of WCAG 2.2 AA that a machine can check, light and dark. */
@Tag("browser")
class MeetsWcagAtSignInIT extends BrowserStory {

    private static final String PASSWORD = "correct horse battery";

    @Autowired Users users;
    @Autowired Clock clock;

    private final String name = "uma-" + UUID.randomUUID();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void breaksNoRuleWhereASecondFactorIsSetUpAndAskedFor() {
        try (var password = Secret.of(PASSWORD)) {
            users.create(name, password, Set.of(Role.OPERATOR));
        }
        type(name, PASSWORD);
        awaitPath("/");
        open("/access/second-factor");
        look("before it is set up");
        browser.findElement(By.cssSelector("#second-factor form button")).sendKeys(Keys.ENTER);
        awaitElement("made-seed");
        look("the seed");
        var totp = Totp.of(Secret.of(browser.findElement(By.id("made-seed")).getText()));
        browser.findElement(By.id("code")).sendKeys("12 34", Keys.ENTER);
        awaitElement("code-wrong");
        look("a wrong code");
        browser.findElement(By.id("code")).sendKeys(code(totp), Keys.ENTER);
        awaitElement("codes-title");
        look("the recovery codes");
        var recovery = browser.findElement(By.cssSelector("#made-value code")).getText();
        open("/access/second-factor");
        look("set up");

        browser.manage().deleteAllCookies();
        open("/sign-in");
        type(name, "not the password");
        await().atMost(Duration.ofSeconds(20)).until(() -> !browser.findElements(By.className("alert-danger")).isEmpty());
        look("a wrong password");
        open("/sign-in");
        type(name, PASSWORD);
        awaitPath("/sign-in/code");
        look("the code is asked for");
        browser.findElement(By.id("code")).sendKeys("000 000", Keys.ENTER);
        awaitElement("code-wrong");
        look("the code was wrong");
        browser.findElement(By.id("code")).sendKeys(recovery, Keys.ENTER);
        awaitPath("/");

        assertThat(wrong).isEmpty();
    }

    @Test
    void breaksNoRuleWhereAUserIsMadeWithAFirstPassword() {
        signIn();
        open("/access/users");
        browser.findElement(By.id("role-OPERATOR")).sendKeys(Keys.SPACE);
        browser.findElement(By.id("user-name")).sendKeys(name, Keys.ENTER);
        awaitElement("roles-wrong");
        look("a user without a role");
        browser.findElement(By.id("role-VIEWER")).sendKeys(Keys.SPACE);
        browser.findElement(By.id("user-name")).sendKeys(Keys.ENTER);
        awaitElement("made-value");
        look("the first password");
        assertThat(browser.findElement(By.id("made-title")).getText()).contains(name);

        assertThat(wrong).isEmpty();
    }

    private void type(String user, String password) {
        browser.findElement(By.name("username")).clear();
        browser.findElement(By.name("username")).sendKeys(user);
        browser.findElement(By.name("password")).sendKeys(password, Keys.ENTER);
    }

    private String code(Totp totp) {
        try (var code = totp.code(totp.counter(clock.instant()))) {
            return code.reveal(CharSequence::toString);
        }
    }

    private static void awaitElement(String id) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !browser.findElements(By.id(id)).isEmpty());
    }

    private void look(String at) {
        wrong.addAll(wrongAsItIs(at));
    }
}
