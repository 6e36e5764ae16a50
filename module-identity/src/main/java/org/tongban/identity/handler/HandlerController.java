package org.tongban.identity.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.module.Language;
import org.tongban.core.state.State;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.identity.IdentityModule;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.handler.HandlerViews.HandledView;
import org.tongban.identity.handler.HandlerViews.LinkView;
import org.tongban.identity.organisation.OrganisationAccounts;
import org.tongban.identity.person.People;
import org.tongban.identity.person.Person;

/** Organisations link, replace and unlink their handlers, and both sides see the history (ID-6, ID-7). */
@Controller("/api/identity/v1")
class HandlerController {
    private final LinkHandler linkHandler;
    private final UnlinkHandler unlinkHandler;
    private final LinkRepository links;
    private final OrganisationAccounts organisations;
    private final OrganisationDirectory directory;
    private final People people;

    HandlerController(
            LinkHandler linkHandler,
            UnlinkHandler unlinkHandler,
            LinkRepository links,
            OrganisationAccounts organisations,
            OrganisationDirectory directory,
            People people) {
        this.linkHandler = linkHandler;
        this.unlinkHandler = unlinkHandler;
        this.links = links;
        this.organisations = organisations;
        this.directory = directory;
        this.people = people;
    }

    @Status(HttpStatus.CREATED)
    @Post("/organisations/me/handler-links")
    @Permitted(IdentityRealms.OWN_ORGANISATION)
    @BeforeGate
    @Write(action = "identity.handler.link")
    @Operation(
            summary = "关联经办人",
            description = "表单 identity/handler-link@1；须先以本会话向经办人手机发送验证码（用途 handler-link）取得凭据。"
                    + "新登记的自然人首次登录后关联方才生效。生效后现有访问令牌失效，请刷新。")
    @Refuses({
        "not-found",
        "proof-refused",
        "handler-present",
        "handler-unknown",
        "handler-name-differs",
        "handler-linked-elsewhere",
        "merge-in-review",
        "id-expired",
        "phone-taken",
        "id-number-taken"
    })
    HttpResponse<LinkView> linkHandler(
            Caller caller,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = IdentityModule.HANDLER_FORM) JsonNode document) {
        return HttpResponse.created(view(linkHandler.link(caller, document, false), language));
    }

    @Status(HttpStatus.CREATED)
    @Post("/organisations/me/handler-links/replacement")
    @Permitted(IdentityRealms.OWN_ORGANISATION)
    @BeforeGate
    @Write(action = "identity.handler.replace")
    @Operation(summary = "更换经办人", description = "表单 identity/handler-link@1；原经办人随即解除，其余同关联经办人。")
    @Refuses({
        "not-found",
        "proof-refused",
        "handler-unknown",
        "handler-name-differs",
        "handler-linked-elsewhere",
        "merge-in-review",
        "id-expired",
        "phone-taken",
        "id-number-taken"
    })
    HttpResponse<LinkView> replaceHandler(
            Caller caller,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = IdentityModule.HANDLER_FORM) JsonNode document) {
        return HttpResponse.created(view(linkHandler.link(caller, document, true), language));
    }

    /** Ends the present link; business is closed until there is another handler. */
    @Delete("/organisations/me/handler-links/current")
    @Permitted(IdentityRealms.OWN_ORGANISATION)
    @BeforeGate
    @Write(action = "identity.handler.unlink")
    @Refuses({"not-found", "no-handler"})
    HttpResponse<LinkView> unlinkHandler(Caller caller, @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(view(unlinkHandler.unlink(caller), language));
    }

    /** The present and former handlers of the signed-in organisation. */
    @Get("/organisations/me/handler-links")
    @Permitted(IdentityRealms.OWN_ORGANISATION)
    @BeforeGate
    @Read
    @Refuses("not-found")
    PageOf<LinkView> listHandlerLinks(
            Caller caller,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @Parameter(hidden = true) Language language) {
        var organisation = organisations.own(caller).id();
        return Keyset.page(
                Keyset.place(cursor),
                limit,
                (edge, most) -> links.belowOfOrganisation(organisation, edge, most),
                (edge, most) -> links.aboveOfOrganisation(organisation, edge, most),
                HandlerLink::id,
                link -> view(link, language));
    }

    /** The organisations whose handler the signed-in person is or was. */
    @Get("/persons/me/handler-links")
    @Permitted(IdentityRealms.OWN_PERSON)
    @Read
    @Refuses("not-found")
    PageOf<HandledView> listHandledOrganisations(
            Caller caller,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @Parameter(hidden = true) Language language) {
        UUID person = Optional.ofNullable(caller.person()).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        return Keyset.page(
                Keyset.place(cursor),
                limit,
                (edge, most) -> links.belowOfPerson(person, edge, most),
                (edge, most) -> links.aboveOfPerson(person, edge, most),
                HandlerLink::id,
                link -> handled(link, language));
    }

    private LinkView view(HandlerLink link, Language language) {
        return new LinkView(
                link.id(),
                people.find(link.person()).map(Person::name).orElse("—"),
                link.state(),
                State.of(LinkState.class, link.state()).title().in(language),
                link.linkedAt(),
                link.activeFrom(),
                link.endedAt(),
                link.endedBy());
    }

    private HandledView handled(HandlerLink link, Language language) {
        return new HandledView(
                link.id(),
                directory.find(link.organisation()).map(Organisation::name).orElse("—"),
                link.state(),
                State.of(LinkState.class, link.state()).title().in(language),
                link.linkedAt(),
                link.activeFrom(),
                link.endedAt());
    }
}
