package io.portolan.leg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the onboarding what came of a leg, until it has heard. */
@Component
class SettleResult {

    private static final Logger LOG = LoggerFactory.getLogger(SettleResult.class);
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final JdbcLegs legs;
    private final LegQueue queue;
    private final RunStores stores;
    private final Settlement settlement;
    private final Room room;

    SettleResult(JdbcLegs legs, LegQueue queue, RunStores stores, Settlement settlement, Room room) {
        this.legs = legs;
        this.queue = queue;
        this.stores = stores;
        this.settlement = settlement;
        this.room = room;
    }

    /** Settles what the holder of this row has just kept, and gives the next leg of the onboarding where its node may go on with it. */
    Optional<LegRecord> now(LegResult result, LegRecord row, String node) {
        for (int tried = 1; ; tried++) {
            try {
                return goOn(result, row, node);
            } catch (RuntimeException trouble) {
                if (tried == TRIES) {
                    LOG.error("Onboarding {}, leg {}: its result is kept but could not be told; it is told again later",
                            result.onboarding(), result.leg(), trouble);
                    legs.letGo(LegKey.of(row), row.holder(), Duration.ZERO);
                    return Optional.empty();
                }
            }
        }
    }

    /** The places are reserved before, since the next leg is taken while the result is settled. */
    private Optional<LegRecord> goOn(LegResult result, LegRecord row, String node) {
        var places = new ArrayList<>(room.reserveOneOfEach());
        try {
            var next = queue.standingBy(node, result.onboarding(), List.copyOf(places), () -> settle(result, row.holder()));
            next.ifPresent(taken -> places.remove(taken.means()));
            return next;
        } finally {
            room.giveBack(places);
        }
    }

    /** Settles what an earlier holder has left. */
    void again(LegKey key) {
        try {
            stores.transactions().executeWithoutResult(status -> {
                settlement.lock(key.onboarding());
                legs.lockUnsettled(key).ifPresent(row -> settlement.settle(
                        new LegResult(row.onboarding(), row.leg(), row.handle(), KeptResult.read(row), row.lookAgainAt(),
                                KeptResult.notice(row))));
            });
        } catch (RuntimeException trouble) {
            LOG.error("Onboarding {}, leg {}: its result still cannot be told", key.onboarding(), key.leg(), trouble);
            legs.tellLater(key, PAUSE);
        }
    }

    /** A result that another has told meanwhile, or whose leg was taken away, is not told here. */
    private boolean settle(LegResult result, String holder) {
        return Boolean.TRUE.equals(stores.transactions().execute(status -> {
            settlement.lock(result.onboarding());
            var isOurs = legs.lockUnsettled(new LegKey(result.onboarding(), result.leg()), holder);
            if (isOurs) {
                legs.commitLazily();
                settlement.settle(result);
            }
            return isOurs;
        }));
    }
}
