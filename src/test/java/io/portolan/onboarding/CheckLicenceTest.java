package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Service;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckLicenceTest {

    private final CheckLicence check = new CheckLicence();

    @Test
    void wantsTheRoleOfEachServiceThatIsAskedFor() {
        var asked = SampleRoutes.asked(SampleRoutes.wish("", null, SampleRoutes.LEG, "test", Set.of(Service.PIS, Service.CAF)));

        var found = SampleRoutes.found(check, asked);

        assertThat(SampleRoutes.said(found)).containsExactly("error role-missing", "fine role-held");
        assertThat(found.get(0).sentence()).isEqualTo("For CAF the TPP needs the role PSP_IC, which its licence does not have.");
        assertThat(found.get(1).about()).isEqualTo("PSP_PI");
    }

    @Test
    void findsThatTheLicenceIsNotPassportedToTheBanksCountry() {
        var found = SampleRoutes.found(check, SampleRoutes.asked(SampleRoutes.wish("needs: {passports: [DE, AT, FI]}\n", null, SampleRoutes.LEG)));

        assertThat(SampleRoutes.said(found)).containsExactly("error passport-missing", "fine role-held", "fine passport-held", "fine passport-held");
        assertThat(found.get(0).about()).isEqualTo("FI");
        assertThat(found.get(0).sentence()).contains("Finland");
    }
}
