package io.portolan.simulator.harbour;

import static io.portolan.simulator.harbour.HarbourExtension.E_MAIL;
import static io.portolan.simulator.harbour.HarbourExtension.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.simulator.BankControl;
import io.portolan.simulator.TppMailbox;
import io.portolan.simulator.WorldOptions;
import io.portolan.simulator.coast.CoastProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HarbourBankIT {

    @RegisterExtension
    private final HarbourExtension harbour = new HarbourExtension(WorldOptions.standard().approvingAfter(null));

    @Test
    void confirmsAnAccountByAMailedLinkThatWorksOnce() {
        harbour.developer().signUp(E_MAIL, PASSWORD);
        assertThat(harbour.developer().seen()).contains("Check your mail");

        harbour.developer().logIn(E_MAIL, PASSWORD);
        assertThat(harbour.developer().seen()).contains("has not been confirmed yet");
        var link = harbour.mailbox().confirmationLink();
        harbour.developer().open(link);
        assertThat(harbour.developer().seen()).contains("Your e-mail address is confirmed.");
        harbour.developer().open(link);
        assertThat(harbour.developer().seen()).contains("This link has already been used.");

        harbour.developer().logIn(E_MAIL, "Wrong-Seas-2026");
        assertThat(harbour.developer().seen()).contains("password is wrong");
        harbour.developer().logIn(E_MAIL, PASSWORD);
        assertThat(harbour.developer().sees("Log out")).isTrue();
        harbour.developer().logOut();
        harbour.developer().openApplications();
        assertThat(harbour.developer().sees("Log in")).isTrue();
    }

    @Test
    void takesAnAddressOnlyOnceAndNoWeakPassword() {
        harbour.developer().signUp(E_MAIL, "harbour");
        assertThat(harbour.developer().seen()).contains("between 12 and 64 characters");
        harbour.developer().signUp(E_MAIL, PASSWORD);
        harbour.developer().signUp(E_MAIL, PASSWORD);

        assertThat(harbour.developer().seen()).contains("An account with this e-mail address exists already.");
        assertThat(harbour.bank().control().counts().accounts()).isEqualTo(1);
    }

    @Test
    void createsASecondApplicationWhereTheFormIsHandedInTwice() throws IOException {
        harbour.signIn();
        harbour.developer().createApplication("Lantern", harbour.logo());
        harbour.developer().createApplication("Lantern", harbour.logo());

        assertThat(harbour.bank().control().counts().applications()).isEqualTo(2);
    }

    @Test
    void takesOnlyAPictureAsLogo() throws IOException {
        harbour.signIn();
        harbour.developer().createApplication("Lantern", harbour.noLogo());

        assertThat(harbour.developer().seen()).contains("upload a logo as PNG or JPEG");
        assertThat(harbour.bank().control().counts().applications()).isZero();
    }

    @Test
    void goesOnAfterARestartWithAllItHad() throws Exception {
        var credentials = harbour.onboarded();
        var before = harbour.bank().addresses();
        var own = harbour.qwac();
        harbour.bank().close();
        harbour.open();

        assertThat(harbour.bank().addresses()).isEqualTo(before);
        assertThat(harbour.client(own).token(credentials.clientId(), credentials.clientSecret()).statusCode()).isEqualTo(200);
        assertThat(harbour.bank().control().counts()).isEqualTo(new BankControl.Counts(1, 1, 2, 1, 2));
        assertThat(new TppMailbox(before).mails()).extracting(TppMailbox.Mail::subject)
                .containsExactly("Confirm your e-mail address", "Your application Lantern is active");
        assertThat(harbour.bank().control().secrets()).contains(new BankControl.IssuedSecret("client-secret", credentials.clientSecret()),
                new BankControl.IssuedSecret("portal-password", PASSWORD));
        assertThat(Files.readString(harbour.folder().resolve("xx-harbour/books.json"))).doesNotContain(credentials.clientSecret(), PASSWORD);
    }

    @Test
    void losesNothingWhenItIsKilled() throws IOException {
        harbour.bank().close();
        try (var process = CoastProcess.start(harbour.folder(), "--approve-after=0")) {
            assertThat(process.addresses().bank("xx-harbour").portalUrl()).isEqualTo(harbour.bank().portalUrl());
            new DeveloperByHand(harbour.browser(), process.addresses().bank("xx-harbour").portalUrl()).signUp(E_MAIL, PASSWORD);
            process.kill();
        }
        harbour.open();

        harbour.signInWithLink();
        assertThat(harbour.developer().sees("Log out")).isTrue();
    }

    @Test
    void approvesByItselfAfterAWhileUnlessHeld() throws IOException {
        harbour.signIn();
        harbour.developer().createApplication("Lantern", harbour.logo());
        harbour.developer().subscribe();
        harbour.bank().control().hold();
        harbour.bank().control().approveAfter(Duration.ZERO);
        harbour.developer().openApplications();
        assertThat(harbour.developer().seen()).containsIgnoringCase("pending");
        harbour.bank().control().release();
        harbour.developer().openApplications();

        assertThat(harbour.developer().seen()).containsIgnoringCase("active");
        harbour.mailbox().await("Your application Lantern is active");
    }

    @Test
    void replacesWhatItHasRejectedByWhatIsHandedInAgain() throws IOException {
        harbour.signIn();
        harbour.developer().createApplication("Lantern", harbour.logo());
        harbour.bank().control().reject("Too short");
        harbour.developer().openApplications();
        assertThat(harbour.developer().seen()).containsIgnoringCase("rejected").contains("Too short").doesNotContain("Open");
        harbour.developer().createApplication("Lantern", harbour.logo());
        harbour.developer().openApplications();

        assertThat(harbour.developer().seen()).containsIgnoringCase("pending").doesNotContainIgnoringCase("rejected").contains("HB-000002");
    }

    @Test
    void makesTheMischiefThatItIsToldTo() throws IOException {
        harbour.signIn();
        harbour.bank().control().mischief("hideCreateButton", true);
        harbour.bank().control().mischief("renamedLabel", true);
        harbour.developer().open(harbour.bank().portalUrl() + "/applications/new");
        assertThat(harbour.developer().sees("Create application")).isFalse();
        assertThat(harbour.developer().seen()).contains("Callback address");
        harbour.bank().control().mischief("expiredSession", true);
        harbour.developer().openApplications();
        assertThat(harbour.developer().seen()).contains("Your session has expired.");
        harbour.bank().control().mischief("maintenance", true);
        harbour.developer().openApplications();
        assertThat(harbour.developer().seen()).contains("being maintained");
        harbour.bank().control().mischief("maintenance", false);
        harbour.bank().control().mischief("serverErrors", 1);
        harbour.developer().openApplications();
        assertThat(harbour.developer().seen()).contains("went wrong on our side");
        harbour.bank().control().mischief("apiDropsConnection", true);
        assertThatThrownBy(() -> harbour.client(harbour.qwac()).token("a", "b")).isInstanceOf(IOException.class);
    }
}
