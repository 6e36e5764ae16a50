package org.tongban.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Capacity;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.PasswordHash;
import org.tongban.core.account.Permission;
import org.tongban.core.account.Persons;
import org.tongban.core.account.Realms;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.pages.AccessMatrix;
import org.tongban.pages.MatrixCaller;
import org.tongban.system.Visitor.Standing;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;

/** Makes the real callers of the permission matrix: accounts that sign in over HTTP. */
final class Visitors {
    /** The province of unit-a, to which the records of the matrix belong. */
    static final String PROVINCE = "410000";

    /** The province of unit-b. */
    static final String OTHER_PROVINCE = "110000";

    private static final String ME = "/api/platform/v1/me";

    private final Tongban tongban;
    private final Accounts accounts;
    private final SampleAccounts samples;
    private final Set<String> everyRole;
    private final AtomicInteger organisations = new AtomicInteger();

    Visitors(Tongban tongban, AccessMatrix matrix) {
        this.tongban = tongban;
        this.accounts = tongban.context().getBean(Accounts.class);
        this.samples = tongban.context().getBean(SampleAccounts.class);
        this.everyRole = matrix.callers().stream()
                .filter(MatrixCaller.OfRole.class::isInstance)
                .map(caller -> ((MatrixCaller.OfRole) caller).role())
                .collect(Collectors.toSet());
    }

    /** The callers of a kind. */
    List<Visitor> of(MatrixCaller kind) {
        return switch (kind) {
            case MatrixCaller.Anonymous none -> List.of(visitor(kind, "no token", Standing.STRANGER, () -> null));
            case MatrixCaller.OfRealm(var realm, var permissions) -> ofRealm(kind, realm);
            case MatrixCaller.BeforeGate(var realm, var permissions) ->
                List.of(visitor(kind, "before the gate of " + realm, Standing.STRANGER, () -> signedIn(made(realm))));
            case MatrixCaller.ForOrganisation(var realm, var permissions) ->
                List.of(visitor(
                        kind, "handler of another organisation", Standing.STRANGER, () -> signedIn(acting(realm))));
            case MatrixCaller.OfRole role -> ofRole(role);
            case MatrixCaller.OfClient(var scopes) ->
                List.of(visitor(kind, "client with every scope", Standing.STRANGER, () -> client(scopes)));
            case MatrixCaller.Newcomer newcomer ->
                List.of(visitor(
                        kind, "first sign-in", Standing.WHOLE_COUNTRY, () -> signedIn(staff(everyRole, null, true))));
            case MatrixCaller.Outdated outdated ->
                List.of(
                        visitor(kind, "disabled", Standing.WHOLE_COUNTRY, this::disabled),
                        visitor(kind, "rights changed", Standing.WHOLE_COUNTRY, this::changed),
                        visitor(kind, "signed out", Standing.WHOLE_COUNTRY, this::signedOut));
        };
    }

    private List<Visitor> ofRole(MatrixCaller.OfRole kind) {
        var role = kind.role();
        var bound = new MatrixCaller.OfRole(role, withoutWholeCountry(kind.permissions()));
        return List.of(
                visitor(kind, role, Standing.WHOLE_COUNTRY, () -> signedIn(staff(Set.of(role), null, false))),
                visitor(
                        bound,
                        role + " of the province",
                        Standing.SAME_PROVINCE,
                        () -> signedIn(staff(Set.of(role), PROVINCE, false))),
                visitor(
                        bound,
                        role + " of another province",
                        Standing.OTHER_PROVINCE,
                        () -> signedIn(staff(Set.of(role), OTHER_PROVINCE, false))));
    }

    /** Who is bound to a province does not have what belongs to none (CO-28). */
    private Set<String> withoutWholeCountry(Set<String> permissions) {
        var ofProvinces =
                tongban.context().getBean(ModuleRegistry.class).<Permission>all(PlatformModule::permissions).stream()
                        .filter(permission -> !permission.wholeCountry())
                        .map(Permission::id)
                        .collect(Collectors.toSet());
        return permissions.stream().filter(ofProvinces::contains).collect(Collectors.toSet());
    }

    private List<Visitor> ofRealm(MatrixCaller kind, String realm) {
        var visitors = new ArrayList<Visitor>();
        visitors.add(visitor(kind, "stranger in " + realm, Standing.STRANGER, () -> signedIn(stranger(realm))));
        if (realm.equals("filing-unit")) {
            visitors.add(visitor(kind, "unit-a, the owner", Standing.OWNER, () -> tongban.signIn("unit-a"))
                    .insteadOfItself(() -> api(() -> signedIn(stranger(realm)))));
            visitors.add(visitor(kind, "unit-b, another owner", Standing.OTHER_OWNER, () -> tongban.signIn("unit-b"))
                    .insteadOfItself(() -> api(() -> signedIn(stranger(realm)))));
        }
        return visitors;
    }

    private interface Token {
        @Nullable
        String made();
    }

    private Visitor visitor(MatrixCaller kind, String name, Standing standing, Token token) {
        return new Visitor(name, kind, standing, api(token), () -> api(token));
    }

    private Api api(Token token) {
        var made = token.made();
        return made == null ? tongban.anonymous() : tongban.withToken(made);
    }

    private record Made(UUID id, String login) {}

    private Made staff(Set<String> roles, @Nullable String region, boolean mustChangePassword) {
        return made(
                Realms.STAFF,
                (login, password) -> new NewAccount(
                        Realms.STAFF, login, password, mustChangePassword, null, null, null, region, roles));
    }

    private Made stranger(String realm) {
        if (realm.equals(Realms.STAFF)) {
            return staff(Set.of(), null, false);
        }
        var account = made(realm);
        accounts.letIn(account.id);
        return account;
    }

    /** One let in, which a person handles the business of its organisation by. */
    private Made acting(String realm) {
        var account = stranger(realm);
        var person = tongban.context().getBean(Persons.class).register("经办人");
        accounts.actAs(account.id, person, Capacity.HANDLER);
        return account;
    }

    /** One that its realm's gate, where it has one, keeps out. */
    private Made made(String realm) {
        var organisation = tongban.context()
                .getBean(OrganisationDirectory.class)
                .register("matrix-" + organisations.incrementAndGet(), "某单位", List.of(), PROVINCE);
        return made(realm, (login, password) -> NewAccount.applicant(realm, login, password, null, organisation.id()));
    }

    /** A sample account: it is spared captchas and what else a realm wants at the first sign-in. */
    private Made made(String realm, BiFunction<String, PasswordHash, NewAccount> account) {
        var login = "m" + UUID.randomUUID().toString().replace("-", "");
        samples.put(realm, login, password -> account.apply(login, password));
        return new Made(accounts.find(realm, login).orElseThrow().id(), login);
    }

    private String signedIn(Made account) {
        return tongban.signIn(account.login);
    }

    /** The token of a client of its own. */
    private String client(Set<String> scopes) {
        var wanted = Api.json("{'authentication': 'client_secret_basic', 'networks': []}");
        var list = ((ObjectNode) wanted).put("name", "matrix").putArray("scopes");
        scopes.forEach(list::add);
        var made = Filings.ok(tongban.as("admin").post("/api/platform/v1/clients", wanted));
        var proof = Filings.value(made, "id") + ":" + Filings.value(made, "secret");
        var basic = Base64.getEncoder().encodeToString(proof.getBytes(StandardCharsets.UTF_8));
        var form = "grant_type=client_credentials&scope=" + String.join("+", scopes);
        var answer = tongban.anonymous()
                .with("Authorization", "Basic " + basic)
                .bytes(
                        "POST",
                        "/oauth2/token",
                        form.getBytes(StandardCharsets.UTF_8),
                        "application/x-www-form-urlencoded");
        return Filings.value(Filings.ok(answer), "access_token");
    }

    private String disabled() {
        var account = staff(everyRole, null, false);
        var token = signedIn(account);
        accounts.disable(account.id);
        return refused(token);
    }

    private String changed() {
        var account = staff(everyRole, null, false);
        var token = signedIn(account);
        accounts.assignRoles(account.id, everyRole);
        return refused(token);
    }

    private String signedOut() {
        var token = signedIn(staff(everyRole, null, false));
        Filings.ok(tongban.withToken(token).delete("/api/platform/v1/sessions/current"));
        return refused(token);
    }

    private String refused(String token) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> tongban.withToken(token).get(ME).status() == 401);
        return token;
    }

    /** Everybody, in the order of the columns. */
    List<Visitor> all(AccessMatrix matrix) {
        return matrix.callers().stream()
                .flatMap(kind -> Stream.of(of(kind)))
                .flatMap(List::stream)
                .toList();
    }
}
