package io.portolan.rehearsal;

import io.portolan.leg.Rehearsed;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Playbooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.FileSystemUtils;

/**
 * Portolan put together only to rehearse: no web server, a database of its own that is thrown away, none of our settings, secrets and mailboxes,
 * and in the place of each means that reaches outside one that does not.
 */
public final class RehearsalApplication implements AutoCloseable {

    /** By name: it starts the tools, which start this. */
    private static final String WHOLE = "io.portolan.Portolan";
    /** What is told of us where it runs, and must not reach a rehearsal. */
    private static final List<String> OURS = List.of("systemEnvironment", "systemProperties", "commandLineArgs");
    private static final Map<MeansName, String> OUTSIDE = Map.of(MeansName.API, "apiMeans", MeansName.MAIL, "mailMeans", MeansName.PORTAL, "portalMeans");

    private final Path folder;
    private final ConfigurableApplicationContext context;
    private final Cast cast = new Cast();

    private RehearsalApplication(Path folder) {
        this.folder = folder;
        this.context = new SpringApplicationBuilder(ClassUtils.resolveClassName(WHOLE, null)).web(WebApplicationType.NONE).logStartupInfo(false).registerShutdownHook(false)
                .properties(Map.of("logging.level.root", "error", "spring.main.banner-mode", "off"))
                .initializers(context -> prepare((GenericApplicationContext) context)).run();
        cast.learn(context.getBeansOfType(Rehearsed.class).values());
    }

    /** Starts it with these files beside the packaged playbooks; their names are those of their banks. */
    public static RehearsalApplication with(List<Path> files) {
        try {
            var folder = Files.createTempDirectory("portolan-rehearsal");
            Files.createDirectory(folder.resolve("playbooks"));
            for (var file : files) {
                Files.copy(file, folder.resolve("playbooks").resolve(file.getFileName()));
            }
            return new RehearsalApplication(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the files of a rehearsal could not be made", e);
        }
    }

    private void prepare(GenericApplicationContext application) {
        var sources = application.getEnvironment().getPropertySources();
        sources.stream().map(source -> source.getName()).filter(name -> OURS.contains(name) || name.contains("file [")).toList().forEach(sources::remove);
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        var settings = new HashMap<String, Object>(Map.of("spring.datasource.url", "", "portolan.database.folder", folder.resolve("data").toString(),
                "portolan.playbook.folder", folder.resolve("playbooks").toString(), "portolan.vault.master-key", Base64.getEncoder().encodeToString(key),
                "portolan.access.admin-password", Base64.getEncoder().encodeToString(key).substring(8, 32), "portolan.leg.poll", "100ms",
                "portolan.certificate.public-address", "https://keys.tpp.example", "portolan.portal.browser", "none"));
        sources.addFirst(new MapPropertySource("rehearsal", settings));
        application.addBeanFactoryPostProcessor(beans -> recast((BeanDefinitionRegistry) beans));
    }

    /** Before anything is made: who would act outside is gone, and so is what only a web server has. */
    private void recast(BeanDefinitionRegistry beans) {
        OUTSIDE.forEach((name, bean) -> {
            beans.removeBeanDefinition(bean);
            beans.registerBeanDefinition(bean, new RootBeanDefinition(RehearsalMeans.class, () -> new RehearsalMeans(name, cast)));
        });
        beans.removeBeanDefinition("security");
    }

    /** The playbook of this bank; empty where there is none that can be read. */
    public Optional<Playbooks.Versioned> playbook(String bank) {
        return context.getBean(Playbooks.class).current(bank);
    }

    /** All playbooks that there are, by bank. */
    public List<Playbooks.Versioned> playbooks() {
        return context.getBean(Playbooks.class).all();
    }

    /** Walks all routes of these playbooks by all of their signs. */
    public List<RehearsalReport> rehearse(List<Playbooks.Versioned> playbooks) {
        return rehearse(playbooks, null);
    }

    /** The same, telling in a file how far it is; without one where that is null. */
    public List<RehearsalReport> rehearse(List<Playbooks.Versioned> playbooks, ProgressFile progress) {
        return new RehearsePlaybook(context, cast, progress).all(playbooks);
    }

    /** Ends it, and throws away its database and all that was made up. */
    @Override
    public void close() {
        context.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("what a rehearsal has left could not be thrown away: " + folder, e);
        }
    }
}
