package org.tongban.core.client;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Permission;
import org.tongban.core.client.ClientViews.KeySet;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.time.SystemClock;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Violation;
import org.tongban.core.web.internal.Network;

/**
 * Sets clients up (CO-27). What changes a client's rights, its secret or its state ends the tokens it has, within a second
 * on every node. Its methods join the transaction under way.
 */
@Singleton
class Clients {
    private final ClientRepository repository;
    private final ClientAdmission admission;
    private final Revocations revocations;
    private final SystemClock clock;
    private final JsonMapper mapper;
    private final Set<String> grantable;

    Clients(
            ClientRepository repository,
            ClientAdmission admission,
            Revocations revocations,
            SystemClock clock,
            JsonMapper mapper,
            ModuleRegistry modules) {
        this.repository = repository;
        this.admission = admission;
        this.revocations = revocations;
        this.clock = clock;
        this.mapper = mapper;
        this.grantable = modules.<Permission>all(PlatformModule::permissions).stream()
                .map(Permission::id)
                .filter(id -> !CoreModule.FOR_ACCOUNTS_ALONE.contains(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * How a client is to be.
     *
     * @param keys its public keys, where it has a key pair
     * @param networks where it may call from; none for anywhere
     */
    record Setup(String name, @Nullable KeySet keys, List<String> scopes, List<String> networks) {}

    /**
     * A client with its secret, which nobody sees again.
     *
     * @param secret null where it has a key pair
     */
    record Made(ClientRow client, @Nullable String secret) {}

    Made create(ClientAuthentication method, Setup setup) {
        requireRight(method, setup);
        var secret = switch (method) {
            case CLIENT_SECRET_BASIC -> ClientSecrets.next();
            case PRIVATE_KEY_JWT -> null;
        };
        var id = Ids.next();
        repository.insert(
                id,
                setup.name().strip(),
                method.id(),
                secret == null ? null : ClientSecrets.hash(secret),
                json(setup.keys()),
                scopes(setup),
                networks(setup),
                clock.now());
        admission.announce();
        return new Made(find(id), secret);
    }

    ClientRow change(UUID id, Setup setup) {
        requireRight(find(id).method(), setup);
        repository.change(id, setup.name().strip(), json(setup.keys()), scopes(setup), networks(setup), clock.now());
        announce();
        return find(id);
    }

    Made renewSecret(UUID id) {
        if (find(id).method() != ClientAuthentication.CLIENT_SECRET_BASIC) {
            throw DomainException.of(ClientError.CLIENT_HAS_NO_SECRET);
        }
        var secret = ClientSecrets.next();
        repository.changeSecret(id, ClientSecrets.hash(secret), clock.now());
        announce();
        return new Made(find(id), secret);
    }

    /** Disabling ends the sessions of the users who signed in by the client too, and enabling revives none. */
    ClientRow changeState(UUID id, String state) {
        if (repository.changeState(id, state, clock.now()) > 0) {
            if (state.equals("disabled")) {
                revocations.endSessionsBy(id);
            }
            announce();
        }
        return find(id);
    }

    ClientRow find(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private void announce() {
        revocations.announce();
        admission.announce();
    }

    private void requireRight(ClientAuthentication method, Setup setup) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < setup.scopes().size(); i++) {
            if (!grantable.contains(setup.scopes().get(i))) {
                violations.add(new Violation(
                        "/scopes/" + i,
                        "not-grantable",
                        new Title("不能授予客户端的权限", "No permission that a client can be granted")));
            }
        }
        for (int i = 0; i < setup.networks().size(); i++) {
            if (Network.of(setup.networks().get(i)).isEmpty()) {
                violations.add(new Violation(
                        "/networks/" + i,
                        "not-a-network",
                        new Title("须为地址或网段，如 10.0.0.0/8", "An address, or a network such as 10.0.0.0/8")));
            }
        }
        violations.addAll(keyViolations(method, setup.keys()));
        if (!violations.isEmpty()) {
            throw DomainException.of(ClientError.CLIENT_REFUSED, violations);
        }
    }

    private List<Violation> keyViolations(ClientAuthentication method, @Nullable KeySet keys) {
        var json = json(keys);
        return switch (method) {
            case CLIENT_SECRET_BASIC ->
                json == null
                        ? List.of()
                        : List.of(new Violation(
                                "/jwks",
                                "unexpected",
                                new Title("使用密钥口令的客户端没有公钥", "A client with a secret has no keys")));
            case PRIVATE_KEY_JWT ->
                json == null
                        ? List.of(new Violation("/jwks", "required", new Title("此项必填", "This field is required.")))
                        : ClientKeys.violations(json, "/jwks");
        };
    }

    private static String scopes(Setup setup) {
        return setup.scopes().stream().sorted().distinct().collect(Collectors.joining(" "));
    }

    private static String networks(Setup setup) {
        return setup.networks().stream().distinct().collect(Collectors.joining(","));
    }

    private @Nullable String json(@Nullable KeySet keys) {
        try {
            return keys == null ? null : mapper.writeValueAsString(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The public keys of a client as they leave the API; null where it has a secret. */
    @Nullable
    KeySet keys(ClientRow client) {
        try {
            return client.jwks() == null ? null : mapper.readValue(client.jwks(), KeySet.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
