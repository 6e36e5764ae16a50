package org.tongban.core.account;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The passwords of sample accounts: from {@code platform.demo-accounts.<name>}, else from the file
 * {@code platform.demo-accounts-file}, where a missing one is made and kept as {@code DEMO_<NAME>_PASSWORD=…} beside
 * {@code DEMO_<NAME>_REALM=…}. Only with {@code platform.demo=true}.
 */
@Singleton
@Requires(property = "platform.demo", value = "true")
public class DemoPasswords {
    private final Map<String, String> configured;
    private final @Nullable Path file;
    private final Set<String> made = new HashSet<>();

    DemoPasswords(
            @Property(name = "platform.demo-accounts")
                    @MapFormat(keyFormat = StringConvention.RAW, transformation = MapFormat.MapTransformation.FLAT)
                    @Nullable
                    Map<String, String> configured,
            @Property(name = "platform.demo-accounts-file") @Nullable String file) {
        this.configured = configured == null ? Map.of() : Map.copyOf(configured);
        this.file = file == null ? null : Path.of(file);
    }

    /** The password of a sample account, the same at each start. */
    public synchronized String of(String account) {
        var known = configured.get(account);
        if (known != null) {
            return known;
        }
        if (file == null) {
            throw new ConfigurationException("platform.demo-accounts-file or platform.demo-accounts." + account
                    + " must be set where platform.demo=true");
        }
        try {
            var variable = variable(account, "PASSWORD");
            var kept = kept(file, variable);
            if (kept.isPresent()) {
                return kept.get();
            }
            made.add(account);
            return keep(file, variable, RandomPassword.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the account's password was made by this process, so that nobody can have been told it before. */
    synchronized boolean isNew(String account) {
        return made.contains(account);
    }

    /** Keeps the account's realm beside its password, for the scripts that list sample accounts. */
    synchronized void note(String account, String realm) {
        if (file == null || configured.containsKey(account)) {
            return;
        }
        try {
            var variable = variable(account, "REALM");
            if (kept(file, variable).isEmpty()) {
                keep(file, variable, realm);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variable(String account, String what) {
        return "DEMO_%s_%s=".formatted(account.toUpperCase(Locale.ROOT).replace('-', '_'), what);
    }

    private static Optional<String> kept(Path file, String variable) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(variable))
                .map(line -> line.substring(variable.length()))
                .findFirst();
    }

    private static String keep(Path file, String variable, String value) throws IOException {
        if (!Files.exists(file)) {
            SecretFile.make(file);
        }
        Files.writeString(file, variable + value + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        return value;
    }
}
