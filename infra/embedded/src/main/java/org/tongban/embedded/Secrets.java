package org.tongban.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The passwords and keys of one data folder, made at its first start. */
record Secrets(
        String superuserPassword,
        String ownerPassword,
        String applicationPassword,
        String storeAccessKey,
        String storeSecretKey,
        String masterKey) {
    private static final String SUPERUSER = "POSTGRES_PASSWORD";
    private static final String OWNER = "DATABASE_OWNER_PASSWORD";
    private static final String APPLICATION = "DATABASE_PASSWORD";
    private static final String ACCESS_KEY = "S3_ACCESS_KEY";
    private static final String SECRET_KEY = "S3_SECRET_KEY";
    private static final String MASTER_KEY = "MASTER_KEY";
    private static final List<String> NAMES =
            List.of(OWNER, APPLICATION, SUPERUSER, ACCESS_KEY, SECRET_KEY, MASTER_KEY);

    /** Those of the file, or new ones; refuses to invent new ones for data that the old ones protect. */
    static Secrets of(Path file, boolean dataExists) throws StartRefused {
        try {
            if (!Files.exists(file)) {
                if (dataExists) {
                    throw new StartRefused("The data in " + file.getParent() + " was made with secrets that " + file
                            + " no longer holds: put that file back, or remove the folder to begin anew.");
                }
                DataFolder.write(file, generated());
            }
            return read(file);
        } catch (IOException e) {
            throw new StartRefused("The secrets in " + file + " cannot be kept: " + e.getMessage() + ".", e);
        }
    }

    private static Secrets read(Path file) throws IOException, StartRefused {
        Map<String, String> values = DataFolder.read(file);
        List<String> missing = NAMES.stream()
                .filter(name -> values.getOrDefault(name, "").isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new StartRefused(file + " lacks " + String.join(", ", missing)
                    + ": put these back, or remove the folder to begin anew.");
        }
        return new Secrets(
                values.getOrDefault(SUPERUSER, ""),
                values.getOrDefault(OWNER, ""),
                values.getOrDefault(APPLICATION, ""),
                values.getOrDefault(ACCESS_KEY, ""),
                values.getOrDefault(SECRET_KEY, ""),
                values.getOrDefault(MASTER_KEY, ""));
    }

    private static Map<String, String> generated() {
        SecureRandom random = new SecureRandom();
        Base64.Encoder words = Base64.getUrlEncoder().withoutPadding();
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : List.of(OWNER, APPLICATION, SUPERUSER)) {
            values.put(name, words.encodeToString(bytes(random, 24)));
        }
        values.put(ACCESS_KEY, HexFormat.of().formatHex(bytes(random, 10)).toUpperCase(Locale.ROOT));
        values.put(SECRET_KEY, words.encodeToString(bytes(random, 30)));
        byte[] master = bytes(random, 32);
        values.put(MASTER_KEY, Base64.getEncoder().encodeToString(master));
        Arrays.fill(master, (byte) 0);
        return values;
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
