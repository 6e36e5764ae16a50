package org.tongban.core.client;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.internal.Network;

/**
 * A client as it is stored.
 *
 * @param secretSha256 of its secret, in hexadecimal; null where it has a key pair
 * @param jwks its public keys; null where it has a secret
 * @param scopes separated by spaces
 * @param networks where it may call from, separated by commas; empty for anywhere
 * @param generation of its tokens: older ones are refused
 */
@MappedEntity(value = "client", schema = "core")
record ClientRow(
        @Id UUID id,
        String name,
        String authentication,
        @Nullable String secretSha256,
        @Nullable String jwks,
        String scopes,
        String networks,
        String state,
        int generation,
        long version,
        Instant createdAt,
        Instant changedAt) {
    boolean active() {
        return state.equals("active");
    }

    ClientAuthentication method() {
        return ClientAuthentication.of(authentication);
    }

    Set<String> granted() {
        return Stream.of(scopes.split(" ")).filter(scope -> !scope.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    List<String> networkList() {
        return networks.isEmpty() ? List.of() : List.of(networks.split(","));
    }

    /** Whether it may call from this address. */
    boolean admits(String address) {
        return networks.isEmpty()
                || networkList().stream()
                        .flatMap(text -> Network.of(text).stream())
                        .anyMatch(network -> network.holds(address));
    }

    @Override
    public String toString() {
        return "ClientRow[" + id + "]";
    }
}
