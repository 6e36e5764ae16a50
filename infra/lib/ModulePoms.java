import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the poms of the tree, and the pom of a new module itself, must say so that the module belongs. */
final class ModulePoms {
    private static final Pattern LISTED = Pattern.compile("    <module>module-([a-z0-9-]+)</module>\n");
    private static final Pattern DEPENDENCY = Pattern.compile(
            " +<dependency>\n +<groupId>org\\.tongban</groupId>\n +<artifactId>module-([a-z0-9-]+)</artifactId>\n"
                    + "(?: +<(?:version|scope)>.*\n)* +</dependency>\n");
    private static final Pattern FOLDER = Pattern.compile(" +<dependencySet>\n"
            + " +<outputDirectory>modules/([a-z0-9-]+)</outputDirectory>\n"
            + "(?: {6}.*\n"
            + ")* +</dependencySet>\n");

    /** What lists the modules, and how. */
    private static final Map<String, List<Pattern>> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("pom.xml", List.of(LISTED, DEPENDENCY));
        LISTS.put("infra/bom/pom.xml", List.of(DEPENDENCY));
        LISTS.put("infra/server/pom.xml", List.of(DEPENDENCY));
        LISTS.put("infra/system-tests/pom.xml", List.of(DEPENDENCY));
        LISTS.put("infra/server/src/assembly/distribution.xml", List.of(FOLDER));
        LISTS.put("infra/pages/pom.xml", List.of(DEPENDENCY));
    }

    private static final String ALONE = """
              <!-- The PostgreSQL and the object store that the tests run on. -->
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>maven-dependency-plugin</artifactId>
                <executions>
                  <execution>
                    <id>embedded-servers</id>
                    <phase>generate-test-resources</phase>
                    <goals>
                      <goal>unpack</goal>
                    </goals>
                    <configuration>
                      <artifactItems>
                        <artifactItem>
                          <groupId>org.tongban</groupId>
                          <artifactId>tongban-embedded</artifactId>
                          <version>${tongban.version}</version>
                          <classifier>dist</classifier>
                          <type>zip</type>
                          <outputDirectory>${tongban.embedded}</outputDirectory>
                        </artifactItem>
                      </artifactItems>
                    </configuration>
                  </execution>
                </executions>
              </plugin>
        """;

    private ModulePoms() {}

    /** The tree's poms and the list of the distribution, by path, with the module in them. */
    static Map<Path, String> with(Path root, String id) throws IOException, NewModule.Refused {
        var poms = new LinkedHashMap<Path, String>();
        for (var list : LISTS.entrySet()) {
            var path = root.resolve(list.getKey());
            var text = Files.readString(path);
            for (var kind : list.getValue()) {
                text = beside(text, kind, id, list.getKey());
            }
            poms.put(path, text);
        }
        return poms;
    }

    /** Puts a copy of the neighbour's lines, in the order of ids. */
    private static String beside(String text, Pattern kind, String id, String name) throws NewModule.Refused {
        var before = -1;
        var after = -1;
        var lines = "";
        var matcher = kind.matcher(text);
        while (matcher.find()) {
            lines = matcher.group().replace(matcher.group(1), id);
            if (before < 0 && matcher.group(1).compareTo(id) > 0) {
                before = matcher.start();
            }
            after = matcher.end();
        }
        if (after < 0) {
            throw new NewModule.Refused(
                    "%s does not list the modules as it did: write them as in the last commit.", name);
        }
        var place = before < 0 ? after : before;
        // A new module begins with the first version, whatever its neighbour has come to.
        var own = lines.replaceAll("<version>.*</version>", "<version>0.1.0</version>");
        return text.substring(0, place) + own + text.substring(place);
    }

    static String inTree(String pom) {
        return pom.replace("<relativePath>../../pom.xml<", "<relativePath>../pom.xml<");
    }

    /** A project outside the tree takes its parent, and the servers that its tests run on, from a repository. */
    static String alone(String pom) {
        return pom.replace("<relativePath>../../pom.xml</relativePath>", "<relativePath/>")
                .replaceFirst("\n {2}<dependencies>\n", """

                      <properties>
                        <tongban.embedded>\\${project.build.directory}/embedded</tongban.embedded>
                      </properties>
                      <dependencies>
                    """)
                .replace("    </plugins>\n", ALONE + "    </plugins>\n");
    }
}
