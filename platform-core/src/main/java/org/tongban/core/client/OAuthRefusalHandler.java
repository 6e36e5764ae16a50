package org.tongban.core.client;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a refusal as OAuth wants it (RFC 6749, 5.2). */
@Singleton
@Produces(MediaType.APPLICATION_JSON)
class OAuthRefusalHandler implements ExceptionHandler<OAuthRefusal, HttpResponse<OAuthRefusal.Body>> {
    @Override
    @SuppressWarnings("rawtypes") // the interface has it raw
    public HttpResponse<OAuthRefusal.Body> handle(HttpRequest request, OAuthRefusal refusal) {
        var response = HttpResponse.<OAuthRefusal.Body>status(
                        HttpStatus.valueOf(refusal.code().status()))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.PRAGMA, "no-cache")
                .body(refusal.body());
        if (refusal.code() == OAuthRefusal.Code.INVALID_CLIENT) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"tongban\"");
        }
        return response;
    }
}
