package io.portolan.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Route;
import io.portolan.playbook.SamplePlaybooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandDrawnModelsTest {

    private static final Path STORIES = Path.of("src/test/resources/stories");

    @Test
    void takesAModelThatFitsItsRoute() throws IOException {
        assertThat(problems("", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"subscription\" | \"sub\" | has no call activity \"subscription\"",
        "\"subscription\" | \"sub\" | \"sub\" is no leg of the route",
        "sourceExpression=\"subscription\"                  | sourceExpression=\"other\"                      | with its own id",
        "businessKey=\"#{execution.processBusinessKey}\"    | businessKey=\"#{nothing}\"                      | must hand on businessKey",
        "calledElement=\"perform-leg\"                      | calledElement=\"other\"                         | must call perform-leg",
        "${onboardingLiveListener}                          | ${otherListener}                                | the model must have one end",
        "${stopDelegate}                                    | ${preflightDelegate}                            | must catch the error onboarding-stopped",
        "camunda:delegateExpression=\"${preflightDelegate}\" | camunda:class=\"java.lang.Thread\"              | more than a model may do",
        "camunda:delegateExpression=\"${preflightDelegate}\" | camunda:expression=\"${runtimeService.x()}\"    | more than a model may do",
        "isExecutable=\"true\"                              | isExecutable=\"false\"                          | one executable process",
    })
    void saysWhatDoesNotFit(String drawn, String otherwise, String problem) throws IOException {
        assertThat(problems(drawn, otherwise)).anySatisfy(found -> assertThat(found).contains(problem));
    }

    private static List<String> problems(String drawn, String otherwise) throws IOException {
        var text = Files.readString(STORIES.resolve("xx-lock-two-gates.bpmn"));
        assertThat(text).contains(drawn);
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(text.replace(drawn, otherwise).getBytes(StandardCharsets.UTF_8)));
        return HandDrawnModels.problems(model, route());
    }

    private static Route route() throws IOException {
        return SamplePlaybooks.READER.read("xx-lock.yaml", Files.readString(STORIES.resolve("xx-lock.yaml"))).orThrow()
                .environments().get("sandbox").routes().get(0);
    }
}
