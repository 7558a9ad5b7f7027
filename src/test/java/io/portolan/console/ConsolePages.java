package io.portolan.console;

import io.portolan.access.Look;
import io.portolan.access.Looks;
import java.util.Optional;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Controllers of the console with their templates, without a context. */
final class ConsolePages {

    private ConsolePages() {
    }

    static MockMvc of(Object... controllers) {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(new Messages());
        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return MockMvcBuilders.standaloneSetup(controllers).addInterceptors(new Reader(new NothingChosen())).setViewResolvers(views).build();
    }

    /** Readers who take the pages as the browser shows them. */
    private static final class NothingChosen implements Looks {

        @Override
        public Optional<Look> of(String user) {
            return Optional.empty();
        }

        @Override
        public void keep(String user, Look look) {
            throw new UnsupportedOperationException("Nobody chooses here.");
        }
    }
}
