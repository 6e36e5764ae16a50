package org.tongban.core.web.internal;

import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.Router;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.AccountRealm;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.account.BeforePasswordChange;
import org.tongban.core.account.Realms;
import org.tongban.core.client.ClientAdmission;
import org.tongban.core.client.OAuth;
import org.tongban.core.limit.RequestLimits;
import org.tongban.core.module.Language;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.web.Authenticated;
import org.tongban.core.web.Authenticator;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.EntityTags;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.SignedIn;

/** The first two checks of every request, authentication and permission (CO-10b), and what every answer of an endpoint says. */
@ServerFilter("/**")
class EdgeFilter implements Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeFilter.class);
    /** What no address of ours comes near, and other servers allow. */
    private static final int LONGEST_ADDRESS = 8192;

    private static final String BEARER = "Bearer ";

    private final Authenticator authenticator;
    private final ModuleRegistry modules;
    private final Realms realms;
    private final Router router;
    private final Problems problems;
    private final ClientAdmission clients;
    private final ClientAddress addresses;
    private final RequestLimits limits;

    EdgeFilter(
            Authenticator authenticator,
            ModuleRegistry modules,
            Realms realms,
            Router router,
            Problems problems,
            ClientAdmission clients,
            ClientAddress addresses,
            RequestLimits limits) {
        this.authenticator = authenticator;
        this.modules = modules;
        this.realms = realms;
        this.router = router;
        this.problems = problems;
        this.clients = clients;
        this.addresses = addresses;
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void admit(HttpRequest<?> request, MutablePropagatedContext context) {
        MDC.put("traceId", Exchange.traceId(request));
        context.add(new MdcPropagationContext());
        settleLanguage(request);
        if (request.getUri().toString().length() > LONGEST_ADDRESS) {
            throw DomainException.of(CoreError.TOO_LARGE);
        }
        var caller = authenticate(request);
        limits.admit(request, caller);
        RouteAttributes.getRouteMatch(request)
                .map(AnnotationMetadata.class::cast)
                .or(() -> butForItsType(request))
                .ifPresent(route -> permit(request, route));
    }

    /** The endpoints of OAuth read the header themselves: it is the client's proof there. */
    private @Nullable Authenticated authenticate(HttpRequest<?> request) {
        var authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorization == null || OAuth.authenticatesItself(request.getPath())) {
            return null;
        }
        try {
            var caller = authenticated(request, authorization);
            Exchange.authenticated(request, caller);
            return caller;
        } catch (DomainException refused) {
            // Whoever tries tokens that are none is counted by the address.
            if (refused.code().kind() != ErrorKind.UNAVAILABLE) {
                limits.admit(request, null);
            }
            throw refused;
        }
    }

    private Authenticated authenticated(HttpRequest<?> request, String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw DomainException.of(CoreError.UNAUTHENTICATED);
        }
        var caller = authenticator.authenticate(
                authorization.substring(BEARER.length()).strip());
        var client = Exchange.client(caller);
        if (client != null && !clients.admits(client, addresses.of(request))) {
            throw DomainException.of(AccountError.TOKEN_INVALID);
        }
        return caller;
    }

    /** The framework reads the header too, for the locale of what it binds, and fails on one without a language. */
    private static void settleLanguage(HttpRequest<?> request) {
        var wanted = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        if (wanted != null && request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, Language.accepted(wanted).tag());
        }
    }

    /** The route that would take the request if its media type were right: 401 and 403 come before 415 and 406. */
    private Optional<AnnotationMetadata> butForItsType(HttpRequest<?> request) {
        return router.findAny(request).stream()
                .filter(route -> route.getRouteInfo().getHttpMethodName().equals(request.getMethodName()))
                .map(AnnotationMetadataProvider::getAnnotationMetadata)
                .findFirst();
    }

    private void permit(HttpRequest<?> request, AnnotationMetadata route) {
        requireLetIn(request, route);
        var permission = route.stringValue(Permitted.class).orElse(null);
        if (permission != null) {
            var caller = Exchange.known(request);
            var enough = permission.equals(Permitted.ANY_REVIEW)
                    ? modules.reviewTypes().stream()
                            .flatMap(type -> type.permissions().stream())
                            .anyMatch(caller::may)
                    : caller.may(permission);
            if (!enough) {
                throw DomainException.of(CoreError.FORBIDDEN);
            }
        } else if (route.hasAnnotation(SignedIn.class)) {
            var caller = Exchange.signedIn(request);
            if (caller.may(Realms.PASSWORD_CHANGE) && !route.hasAnnotation(BeforePasswordChange.class)) {
                throw DomainException.of(CoreError.FORBIDDEN);
            }
        } else if (!route.hasAnnotation(Open.class) && !route.hasStereotype(Endpoint.class)) {
            // A route that says nothing is a mistake, and open to all would be the costlier reading of it. The
            // framework's management endpoints cannot say it; they lie behind a port of their own.
            LOG.error("{} says by none of @Permitted, @SignedIn and @Open who may call it", request.getPath());
            throw DomainException.of(CoreError.FORBIDDEN);
        }
    }

    /** Before its realm's gate an account learns how to get in, wherever it goes, and not what else it may not do (ID-6). */
    private void requireLetIn(HttpRequest<?> request, AnnotationMetadata route) {
        boolean needsMore = route.hasAnnotation(Permitted.class) || route.hasAnnotation(SignedIn.class);
        if (needsMore
                && !route.hasAnnotation(BeforeGate.class)
                && Exchange.caller(request) instanceof Caller caller
                && caller.may(Realms.GATED)) {
            throw realms.find(caller.realm())
                    .map(AccountRealm::gate)
                    .map(gate -> DomainException.of(gate.refusal()).with("link", gate.link()))
                    .orElseGet(() -> DomainException.of(CoreError.FORBIDDEN));
        }
    }

    @ResponseFilter
    void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() >= 400 && response.body() == null) {
            explain(request, response);
        }
        var headers = response.getHeaders();
        if (isInterface(request) && !headers.contains(HttpHeaders.VARY)) {
            headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
        // Left to itself the framework answers with the parameters of the Accept header; the bytes are UTF-8 whatever
        // it asked for. A file brings its own type later.
        if (isInterface(request)
                && response.body() != null
                && !(response.body() instanceof FileCustomizableResponseType)
                && response.getContentType().isEmpty()) {
            response.contentType(MediaType.APPLICATION_JSON_TYPE);
        }
        var etag = request.getAttribute(Exchange.ETAG, String.class).orElse(null);
        if (etag != null && response.code() < 300) {
            headers.set(HttpHeaders.ETAG, etag);
            var kept = headers.get(HttpHeaders.CACHE_CONTROL);
            if (kept == null || kept.equals("no-store")) {
                headers.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            }
            if (EntityTags.names(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), etag)
                    && request.getMethodName().equals("GET")) {
                response.status(HttpStatus.NOT_MODIFIED);
                response.body(null);
            }
        }
        MDC.remove("traceId");
    }

    /** The framework's guard of origins refuses without a word. */
    private void explain(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var code = CoreError.ofStatus(response.code());
        if (code.kind().status() == response.code()) {
            problems.answer(request, response, DomainException.of(code));
        }
    }

    /** Whether the answer is one of the API, whose titles are in the language of the request. */
    private static boolean isInterface(HttpRequest<?> request) {
        return request.getPath().startsWith("/api/");
    }
}
