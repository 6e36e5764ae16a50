package org.tongban.core.token;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;

/** Writes tokens as an attacker would: any header, any payload, signed or not. */
final class Forge {
    private Forge() {}

    static String part(String text) {
        return part(text.getBytes(StandardCharsets.UTF_8));
    }

    static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    static String signed(String header, String payload, ECKey key, String algorithm) {
        var input = part(header) + "." + part(payload);
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key.toECPrivateKey());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            var bytes = signature.sign();
            // Of the two that verify the one that the platform takes: else every other forgery would fall by that
            // alone.
            return input + "." + part(bytes.length == LowS.LENGTH ? LowS.of(bytes) : bytes);
        } catch (GeneralSecurityException | com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(String header, String payload, ECKey key) {
        return signed(header, payload, key, "SHA256withECDSAinP1363Format");
    }
}
