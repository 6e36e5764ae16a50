package org.tongban.core.client;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.audit.Changes;
import org.tongban.core.client.ClientViews.Change;
import org.tongban.core.client.ClientViews.NewClient;
import org.tongban.core.client.ClientViews.View;
import org.tongban.core.client.Clients.Made;
import org.tongban.core.client.Clients.Setup;
import org.tongban.core.module.CoreModule;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;

/**
 * The administration of clients (CO-27). Each endpoint takes the caller, so that no client gives rights to another; none
 * whose answer shows a secret heeds an Idempotency-Key, for that would store it.
 */
@Controller("/api/platform/v1/clients")
class ClientController {
    private final Clients clients;
    private final ClientRepository repository;
    private final AuditTrail audit;

    ClientController(Clients clients, ClientRepository repository, AuditTrail audit) {
        this.clients = clients;
        this.repository = repository;
        this.audit = audit;
    }

    /** The clients, newest first. */
    @Permitted(CoreModule.CLIENTS)
    @Read
    @Get
    PageOf<View> listClients(
            Caller caller,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        return Keyset.page(
                Keyset.place(cursor),
                limit,
                repository::below,
                repository::above,
                ClientRow::id,
                row -> view(row, null));
    }

    /** A client; never its secret. */
    @Permitted(CoreModule.CLIENTS)
    @Read(owner = ClientOwnership.class)
    @Get("/{id}")
    View showClient(Caller caller, UUID id) {
        return view(clients.find(id), null);
    }

    /** Makes a client; the answer shows its secret, which nobody sees again. */
    @Permitted(CoreModule.CLIENTS)
    @Write(action = "platform.client.create", idempotent = false)
    @Status(HttpStatus.CREATED)
    @Post
    @Refuses("client-refused")
    HttpResponse<View> createClient(Caller caller, @Body @Checked NewClient body) {
        var made = clients.create(
                ClientAuthentication.of(body.authentication()),
                new Setup(body.name(), body.jwks(), body.scopes(), body.networks()));
        return HttpResponse.created(
                view(made.client(), made.secret()),
                URI.create("/api/platform/v1/clients/" + made.client().id()));
    }

    /** Changes what a client may do and from where; the tokens it has end. */
    @Permitted(CoreModule.CLIENTS)
    @Write(action = "platform.client.change", owner = ClientOwnership.class, ifMatch = true)
    @Put("/{id}")
    @Refuses("client-refused")
    HttpResponse<View> changeClient(Caller caller, UUID id, @Body @Checked Change body) {
        var setup = new Setup(body.name(), body.jwks(), body.scopes(), body.networks());
        var before = view(clients.find(id), null);
        var after = view(clients.change(id, setup), null);
        audit.record(after.auditSubject(), id, Changes.between(before.auditDigest(), after.auditDigest()));
        return HttpResponse.ok(after);
    }

    /** Gives a client a new secret, shown once; the old one and the tokens got by it end. */
    @Permitted(CoreModule.CLIENTS)
    @Write(action = "platform.client.renew-secret", owner = ClientOwnership.class, idempotent = false)
    @Post("/{id}/secret")
    @Refuses("client-has-no-secret")
    HttpResponse<View> renewClientSecret(Caller caller, UUID id) {
        Made made = clients.renewSecret(id);
        return HttpResponse.ok(view(made.client(), made.secret()));
    }

    /** Refuses a client and the tokens it has. */
    @Permitted(CoreModule.CLIENTS)
    @Write(action = "platform.client.disable", owner = ClientOwnership.class)
    @Post("/{id}/disable")
    HttpResponse<View> disableClient(Caller caller, UUID id) {
        return HttpResponse.ok(view(clients.changeState(id, "disabled"), null));
    }

    /** Takes a client again; the tokens from before stay refused. */
    @Permitted(CoreModule.CLIENTS)
    @Write(action = "platform.client.enable", owner = ClientOwnership.class)
    @Post("/{id}/enable")
    HttpResponse<View> enableClient(Caller caller, UUID id) {
        return HttpResponse.ok(view(clients.changeState(id, "active"), null));
    }

    private View view(ClientRow client, @Nullable String secret) {
        return new View(
                client.id(),
                client.name(),
                client.authentication(),
                client.granted().stream().sorted().toList(),
                client.networkList(),
                client.state(),
                clients.keys(client),
                secret,
                client.createdAt(),
                client.changedAt(),
                client.version());
    }
}
