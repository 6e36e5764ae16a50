package org.tongban.core.web;

/** Finds the caller of a bearer token (CO-26). */
public interface Authenticator {
    /**
     * Whom a token stands for.
     *
     * @throws DomainException of kind {@link ErrorKind#UNAUTHENTICATED} where the token is not valid, for whatever reason
     */
    Authenticated authenticate(String bearerToken);
}
