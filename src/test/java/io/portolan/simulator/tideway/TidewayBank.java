package io.portolan.simulator.tideway;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.Pending;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import java.util.List;
import java.util.Map;

/**
 * Tideway Bank has no portal. Who wants in writes to its desk with a certificate attached, gets an automatic reply with a ticket
 * number, then a question of the clerk's, and, once that is answered, a mail with client id and secret. Asked twice it opens two.
 */
public final class TidewayBank extends SimulatedBank<TidewayBooks> {

    private final TidewayDesk desk;

    /** The bank of this world. */
    public TidewayBank(World world) {
        super("xx-tideway", "Tideway Bank", world, TidewayBooks::new);
        desk = new TidewayDesk(this);
        world.mail().read(TidewayDesk.ADDRESS, message -> desk.receive(LetterIn.read(message)));
    }

    @Override
    protected void routine() {
        desk.ask();
    }

    @Override
    protected void control(String control, JsonNode asked, Visit visit) {
        if (control.equals("POST /questions")) {
            books.note(all -> all.asks = asked.path("ask").asBoolean(true));
            visit.json(200, Map.of());
        }
    }

    @Override
    protected List<? extends Pending> pending() {
        return pending(all -> all.clients.stream().filter(request -> request.answered || !all.asks).toList(), desk::approved, desk::rejected);
    }
}
