package org.tongban.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.Registrations;

/** Compares each module's endpoints with its own OpenAPI document (CO-8, RL-5): none missing, none invented. */
final class DescriptionCheck {
    private final Tongban tongban;

    DescriptionCheck(Tongban tongban) {
        this.tongban = tongban;
    }

    List<String> faults() {
        var faults = new ArrayList<String>();
        for (var module : tongban.context().getBean(ModuleRegistry.class).modules()) {
            if (!module.descriptor().id().equals("platform")) {
                faults.addAll(faults(module));
            }
        }
        return faults;
    }

    private List<String> faults(Installed module) {
        var id = module.descriptor().id();
        var live = new TreeSet<String>();
        for (var endpoint :
                tongban.context().getBean(Registrations.class).of(module).getOrDefault("endpoints", List.of())) {
            // Pages have no description, and what answers HEAD is the endpoint of GET.
            if (endpoint.contains(" /api/") && !endpoint.startsWith("HEAD ")) {
                live.add(endpoint);
            }
        }
        if (live.isEmpty()) {
            return List.of();
        }
        var answer = tongban.anonymous().get("/openapi/%s.json".formatted(id));
        if (answer.status() != 200) {
            return List.of("The module “%s” has endpoints and no OpenAPI document.".formatted(id));
        }
        var described = described(answer.json());
        var faults = new ArrayList<String>();
        live.stream()
                .filter(endpoint -> !described.contains(endpoint))
                .forEach(endpoint -> faults.add("%s is not in /openapi/%s.json.".formatted(endpoint, id)));
        described.stream()
                .filter(endpoint -> !live.contains(endpoint))
                .forEach(
                        endpoint -> faults.add("/openapi/%s.json has %s, which is not there.".formatted(id, endpoint)));
        return faults;
    }

    private static TreeSet<String> described(JsonNode document) {
        var described = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("operationId"))
                        .forEach(operation ->
                                described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return described;
    }
}
