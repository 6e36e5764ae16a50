package org.tongban.identity.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tongban.core.account.Logins;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.UnitCode;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.signin.ReachableAccounts;
import org.tongban.core.time.BusinessClock;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.user.HandlerAccounts;

/**
 * Looks for the accounts that a form of recovery names (Fields 2.5). Which questions are asked of the database follows from
 * the form alone, so that the time they take does not tell whether there is an account.
 */
@Singleton
class FindAccounts {
    private final ReachableAccounts reachable;
    private final HandlerAccounts handlers;
    private final OrganisationDirectory directory;
    private final BusinessClock clock;

    FindAccounts(
            ReachableAccounts reachable,
            HandlerAccounts handlers,
            OrganisationDirectory directory,
            BusinessClock clock) {
        this.reachable = reachable;
        this.handlers = handlers;
        this.directory = directory;
        this.clock = clock;
    }

    /** The accounts, those first that are open; the form has been checked. */
    List<UUID> find(JsonNode form) {
        return switch (method(form)) {
            case USERNAME ->
                reachable.named(IdentityRealms.HANDLER, form.path("username").asText()).stream()
                        .toList();
            case PHONE_AND_UNIT_CODE -> handlers.ofPhone(units(form), phone(form));
            case ID_NUMBER_AND_UNIT_CODE -> ofNumber(form);
        };
    }

    /** What is asked for in one spelling, by which the limits of codes count. */
    String named(JsonNode form) {
        return switch (method(form)) {
            case USERNAME -> Logins.canonical(form.path("username").asText());
            case PHONE_AND_UNIT_CODE -> phone(form) + "/" + unitCode(form);
            case ID_NUMBER_AND_UNIT_CODE ->
                Folding.identifier(form.path("idNumber").asText()) + "/" + unitCode(form);
        };
    }

    /** A number may be one of several kinds of document, and each of them is looked for. */
    private List<UUID> ofNumber(JsonNode form) {
        var units = units(form);
        var found = new LinkedHashSet<UUID>();
        for (var kind : IdDocument.Kind.values()) {
            IdDocument.parse(kind, form.path("idNumber").asText(), clock.today())
                    .value()
                    .ifPresent(document -> found.addAll(handlers.ofNumber(units, document)));
        }
        return new ArrayList<>(found);
    }

    /** Never none: of no unit is asked for as of one. */
    private List<UUID> units(JsonNode form) {
        var units = directory.findByCode(form.path("unitCode").asText()).stream()
                .map(Organisation::id)
                .toList();
        return units.isEmpty() ? List.of(UUID.randomUUID()) : units;
    }

    private static String unitCode(JsonNode form) {
        return UnitCode.folded(form.path("unitCode").asText());
    }

    private static String phone(JsonNode form) {
        return MainlandMobile.parse(form.path("phone").asText())
                .value()
                .map(MainlandMobile::value)
                .orElseThrow();
    }

    private static Method method(JsonNode form) {
        return Method.valueOf(
                form.path("method").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private enum Method {
        USERNAME,
        PHONE_AND_UNIT_CODE,
        ID_NUMBER_AND_UNIT_CODE
    }
}
