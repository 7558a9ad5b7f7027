package io.portolan.leg;

import java.util.List;
import java.util.Optional;

/** Our own data for the templates of a leg: what the TPP, its certificates, its application and the onboarding say. */
public interface OurData {

    /** What the place stands for, such as {@code tpp.vat-number}; empty where we do not have it. */
    Optional<Value> value(String place, LegOrder order);

    /** Whether the credential of this name may be used, of the registration that the order is for; empty where none was ever listed. */
    default Optional<Boolean> isCurrent(String credential, LegOrder order) {
        return Optional.empty();
    }

    /** Under which names the vault keeps the secrets of the registration that the leg works for: none of them may show anywhere. */
    default List<String> secrets(LegOrder order) {
        return List.of();
    }
}
