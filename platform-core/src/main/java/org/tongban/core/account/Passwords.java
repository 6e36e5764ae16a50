package org.tongban.core.account;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;
import org.tongban.core.task.CpuBound;

/**
 * Hashes passwords with Argon2id and checks them (CO-21). Both take some 10 ms of a processor: call them with no
 * transaction open. Thread-safe.
 */
@Singleton
public class Passwords {
    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 32;

    private final CpuBound cpuBound;
    private final PasswordSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final PasswordHash dummy;

    Passwords(CpuBound cpuBound, PasswordSettings settings) {
        this.cpuBound = cpuBound;
        this.settings = settings;
        this.dummy = PasswordHash.of(new PasswordHash.Parts(settings, bytes(SALT_LENGTH), bytes(HASH_LENGTH)));
    }

    /** The hash of a password under a salt of its own. */
    public PasswordHash hash(String password) {
        var salt = bytes(SALT_LENGTH);
        var hash = cpuBound.run(() -> argon2(password, salt, HASH_LENGTH, settings));
        return PasswordHash.of(new PasswordHash.Parts(settings, salt, hash));
    }

    /** Whether the password is right. Where there is no hash, the same work is done for nothing (RL-10). */
    public Verdict verify(String password, @Nullable PasswordHash stored) {
        var parts = (stored == null ? dummy : stored).parts();
        var hash = cpuBound.run(() -> argon2(password, parts.salt(), parts.hash().length, parts.settings()));
        if (!MessageDigest.isEqual(hash, parts.hash()) || stored == null) {
            return Verdict.WRONG;
        }
        return parts.settings().equals(settings) ? Verdict.RIGHT : Verdict.RIGHT_BUT_OUTDATED;
    }

    /** How a password compares with what is stored. */
    public enum Verdict {
        WRONG,
        RIGHT,
        /** Right, and to be hashed anew under the present parameters. */
        RIGHT_BUT_OUTDATED
    }

    /** In NFC: keyboards differ in how they write one and the same character. */
    private static byte[] argon2(String password, byte[] salt, int length, PasswordSettings settings) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(settings.memory())
                .withIterations(settings.iterations())
                .withParallelism(settings.parallelism())
                .withSalt(salt)
                .build();
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        var hash = new byte[length];
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
