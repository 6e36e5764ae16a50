package org.tongban.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.core.account.Permission;
import org.tongban.core.account.Realms;
import org.tongban.core.client.OAuth;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.review.ReviewType;

/**
 * Who may call what (RL-6): every endpoint against every kind of caller, from annotations and declarations alone. The
 * page shows it; the tests of the whole system carry it out against a running server.
 */
public final class AccessMatrix {
    private final List<MatrixCaller> callers;
    private final List<Endpoint> endpoints;
    private final Set<String> reviewing;

    public AccessMatrix(List<Installed> modules) {
        callers = callers(modules);
        endpoints = modules.stream()
                .flatMap(module -> EndpointScan.of(module.declarations()).stream())
                .toList();
        reviewing = Set.copyOf(modules.stream()
                .flatMap(module -> module.declarations().reviewTypes().stream())
                .map(ReviewType::permissions)
                .flatMap(Set::stream)
                .toList());
    }

    private static List<MatrixCaller> callers(List<Installed> modules) {
        var callers = new ArrayList<MatrixCaller>();
        callers.add(new MatrixCaller.Anonymous());
        var ofStaff = new HashSet<String>();
        for (var module : modules) {
            for (var realm : module.declarations().realms()) {
                callers.add(new MatrixCaller.OfRealm(realm.id(), realm.permissions()));
                if (realm.gate() != null) {
                    callers.add(new MatrixCaller.BeforeGate(realm.id(), realm.permissions()));
                }
                if (realm.id().equals(Realms.STAFF)) {
                    ofStaff.addAll(realm.permissions());
                }
            }
        }
        forOrganisation(modules).ifPresent(callers::add);
        for (var module : modules) {
            for (var role : module.declarations().roles()) {
                var permissions = new HashSet<>(ofStaff);
                permissions.addAll(role.permissions());
                callers.add(new MatrixCaller.OfRole(role.id(), Set.copyOf(permissions)));
            }
        }
        callers.add(new MatrixCaller.OfClient(modules.stream()
                .flatMap(module -> module.declarations().permissions().stream())
                .map(Permission::id)
                .filter(permission -> !CoreModule.FOR_ACCOUNTS_ALONE.contains(permission))
                .collect(Collectors.toUnmodifiableSet())));
        callers.add(new MatrixCaller.Newcomer());
        callers.add(new MatrixCaller.Outdated());
        return List.copyOf(callers);
    }

    /** As a realm that can act stands the first that has a gate: behind it are those who act (ID-6). */
    private static Optional<MatrixCaller> forOrganisation(List<Installed> modules) {
        var permitted = modules.stream()
                .flatMap(module -> module.declarations().organisationPermissions().stream())
                .collect(Collectors.toUnmodifiableSet());
        return modules.stream()
                .flatMap(module -> module.declarations().realms().stream())
                .filter(realm -> realm.gate() != null)
                .findFirst()
                .map(realm -> {
                    var all = new HashSet<>(permitted);
                    all.addAll(realm.permissions());
                    return new MatrixCaller.ForOrganisation(realm.id(), Set.copyOf(all));
                });
    }

    /** The columns. */
    public List<MatrixCaller> callers() {
        return callers;
    }

    /** The rows: the endpoints of all modules. */
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /** What the endpoint answers the caller. */
    public Verdict verdict(Endpoint endpoint, MatrixCaller caller) {
        return switch (caller) {
            case MatrixCaller.Anonymous anonymous ->
                endpoint.access() instanceof Access.Anyone ? Verdict.YES : Verdict.UNAUTHENTICATED;
            case MatrixCaller.OfRealm(var realm, var permissions) -> verdict(endpoint, permissions);
            case MatrixCaller.BeforeGate(var realm, var permissions) ->
                endpoint.access() instanceof Access.Anyone || endpoint.beforeGate()
                        ? verdict(endpoint, permissions)
                        : Verdict.SHUT_OUT;
            case MatrixCaller.ForOrganisation(var realm, var permissions) -> verdict(endpoint, permissions);
            case MatrixCaller.OfRole(var role, var permissions) -> verdict(endpoint, permissions);
            case MatrixCaller.OfClient(var scopes) ->
                endpoint.needsAccount() ? Verdict.FORBIDDEN : verdict(endpoint, scopes);
            case MatrixCaller.Newcomer newcomer ->
                endpoint.access() instanceof Access.Anyone || endpoint.beforePasswordChange()
                        ? Verdict.YES
                        : Verdict.FORBIDDEN;
            // Whoever shows a token that is not valid is told so, even where none is needed; OAuth reads other proofs.
            case MatrixCaller.Outdated outdated ->
                OAuth.authenticatesItself(endpoint.path()) ? Verdict.YES : Verdict.UNAUTHENTICATED;
        };
    }

    private Verdict verdict(Endpoint endpoint, Collection<String> permissions) {
        var permitted = switch (endpoint.access()) {
            case Access.Anyone anyone -> true;
            case Access.SignedIn signedIn -> true;
            case Access.Holder(var permission) -> permissions.contains(permission);
            case Access.AnyReviewer reviewer -> permissions.stream().anyMatch(reviewing::contains);
        };
        if (!permitted) {
            return Verdict.FORBIDDEN;
        }
        return endpoint.isOfRecord() ? Verdict.OWN : Verdict.YES;
    }
}
