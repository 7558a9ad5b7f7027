package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import io.portolan.playbook.PlaybookVersions.Kept;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcPlaybookVersionsIT {

    private static final Kept FIRST = new Kept("1".repeat(64), "classpath:a", "bank: xx-a\n# ü\n");
    private static final Kept SECOND = new Kept("2".repeat(64), "file:b", "bank: xx-a\n");

    private final PlaybookVersions versions = new JdbcPlaybookVersions(JdbcClient.create(TestDatabase.fresh()));

    @Test
    void keepsVersionsAndKnowsWhichCameIntoUseLast() {
        assertThat(versions.last("xx-a")).isEmpty();

        versions.use("xx-a", FIRST);
        versions.use("xx-a", SECOND);
        assertThat(versions.last("xx-a")).contains(SECOND);
        assertThat(versions.find("xx-a", FIRST.hash())).contains(FIRST);
        assertThat(versions.find("xx-b", FIRST.hash())).isEmpty();

        versions.use("xx-a", FIRST);
        assertThat(versions.last("xx-a")).contains(FIRST);
        assertThat(versions.find("xx-a", SECOND.hash())).contains(SECOND);
    }

    @Test
    void readsWhatTheCatalogueHasKeptAfterAFreshStart() {
        var files = new PlaybookFiles(new PlaybookSettings(null));
        var before = new PlaybookCatalogue(files, SamplePlaybooks.READER, versions, (playbook, environment, route) -> List.of(), SamplePlaybooks.known(files)).all();

        assertThat(before).isNotEmpty().allSatisfy(one -> assertThat(versions.find(one.playbook().bank(), one.hash()))
                .hasValueSatisfying(kept -> assertThat(kept.source()).startsWith("classpath:bank-playbooks/")));
        assertThat(new PlaybookCatalogue(files, SamplePlaybooks.READER, versions, (playbook, environment, route) -> List.of(), SamplePlaybooks.known(files)).all()).isEqualTo(before);
    }
}
