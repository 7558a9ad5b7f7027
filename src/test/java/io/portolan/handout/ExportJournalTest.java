package io.portolan.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.portolan.journal.Act;
import io.portolan.journal.Entry;
import io.portolan.journal.Journal;
import io.portolan.journal.JournalSearch;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ExportJournalTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void hasReadAllBeforeTheFirstByteIsOutSoThatNoConnectionWaitsForWhoReadsSlowly() throws Exception {
        var reading = new AtomicBoolean();
        var search = mock(JournalSearch.class);
        doAnswer(call -> {
            reading.set(true);
            Consumer<JournalSearch.Line> taken = call.getArgument(1);
            for (int i = 0; i < 20_000; i++) {
                taken.accept(new JournalSearch.Line(new Entry(i, NOW, Act.by("user:eve", Act.HOUSE, "signed-in", "No. " + i * 7919), "hash-" + i), JournalSearch.About.HOUSE, "", List.of()));
            }
            reading.set(false);
            return null;
        }).when(search).each(any(), any());
        var keys = mock(HandoutKeys.class);
        when(keys.current()).thenReturn(new HandoutKey(new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate()));
        var export = new ExportJournal(search, mock(Journal.class), keys, new ObjectMapper().registerModule(new JavaTimeModule()), Clock.fixed(NOW, ZoneOffset.UTC));
        var out = new ByteArrayOutputStream() {
            private boolean wasEarly;

            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                wasEarly |= reading.get();
                super.write(bytes, from, length);
            }
        };

        export.to(out, new JournalSearch.Query(null, null, null, null, null, null, null), "user:eve");

        assertThat(out.wasEarly).isFalse();
        assertThat(out.size()).isPositive();
    }
}
