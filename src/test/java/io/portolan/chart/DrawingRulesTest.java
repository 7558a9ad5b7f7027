package io.portolan.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

/** Shows that a bad drawing does not get past the rules. */
class DrawingRulesTest {

    @Test
    void seesALineThatCrossesAnother() throws IOException {
        assertThat(brokenBy("<di:waypoint x=\"820\" y=\"770\" />", "<di:waypoint x=\"820\" y=\"690\" />",
                "<di:waypoint x=\"660\" y=\"770\" />", "<di:waypoint x=\"660\" y=\"690\" />"))
                .contains("answeredMeanwhile_to_againAfterAnswer crosses whatDidTheOperatorSay_rejected",
                        "whatDidTheOperatorSay_rejected passes through againAfterAnswer");
    }

    @Test
    void seesAShapeThatLiesOnAnotherAndALineThatLosesItsEnd() throws IOException {
        assertThat(brokenBy("<dc:Bounds x=\"962\" y=\"572\"", "<dc:Bounds x=\"962\" y=\"642\""))
                .contains("againAfterOperator lies on givenUp",
                        "whatDidTheOperatorSay_again does not end at againAfterOperator");
    }

    @Test
    void seesALabelThatLiesOnSomethingAndALineThatIsAskew() throws IOException {
        assertThat(brokenBy("<dc:Bounds x=\"500\" y=\"182\"", "<dc:Bounds x=\"500\" y=\"195\"",
                "<di:waypoint x=\"435\" y=\"200\" />", "<di:waypoint x=\"435\" y=\"201\" />"))
                .containsExactlyInAnyOrder("the label of whatCameOfIt_done lies on whatCameOfIt_done",
                        "act_to_whatCameOfIt is askew");
    }

    @Test
    void seesWhatIsNotDrawnOrOutsideOfThePaper() throws IOException {
        assertThat(brokenBy("bpmnElement=\"legDone\"", "bpmnElement=\"legBegun\"",
                "<dc:Bounds x=\"152\" y=\"302\"", "<dc:Bounds x=\"-52\" y=\"302\""))
                .contains("legDone has no shape", "actAgain is outside of the paper");
    }

    private static List<String> brokenBy(String... changes) throws IOException {
        var xml = Files.readString(Path.of("bpmn/perform-leg.bpmn"));
        for (var i = 0; i < changes.length; i += 2) {
            assertThat(xml).contains(changes[i]);
            xml = xml.replace(changes[i], changes[i + 1]);
        }
        return new DrawingRules(Bpmn.readModelFromStream(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))).broken();
    }
}
