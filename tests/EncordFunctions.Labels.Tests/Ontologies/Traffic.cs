namespace EncordFunctions.Labels.Tests.Ontologies;

/// <summary>An ontology of a street: cars with a nested attribute, people as skeletons, the weather.</summary>
internal static class Traffic
{
    public const string Json = """
        {"objects": [
          {"id": "1", "name": "Car", "color": "#FF0000", "shape": "bounding_box", "featureNodeHash": "oCar", "required": true, "archived": false,
           "attributes": [
            {"id": "1.1", "name": "Kind", "type": "radio", "featureNodeHash": "aKind", "required": true, "dynamic": false, "options": [
              {"id": "1.1.1", "label": "Taxi", "value": "taxi", "featureNodeHash": "pTaxi", "options": [
                {"id": "1.1.1.1", "name": "Number", "type": "numeric", "featureNodeHash": "aNumber", "required": false} ]},
              {"id": "1.1.2", "label": "Private car", "value": "private_car", "featureNodeHash": "pPrivate"} ]},
            {"id": "1.2", "name": "Lights", "type": "checklist", "featureNodeHash": "aLights", "required": false, "dynamic": true, "options": [
              {"id": "1.2.1", "label": "Brake", "value": "brake", "featureNodeHash": "pBrake", "archived": true} ]},
            {"id": "1.3", "name": "Plate", "type": "text", "featureNodeHash": "aPlate", "required": false} ]},
          {"id": 2, "name": "Person", "color": "#00ff00", "shape": "skeleton", "featureNodeHash": "oPerson"} ],
         "classifications": [
          {"id": "3", "featureNodeHash": "cWeather", "level": "global", "attributes": [
            {"id": "3.1", "name": "Weather", "type": "radio", "featureNodeHash": "aWeather", "required": false, "options": []} ]} ],
         "skeleton_templates": [{"template": {"name": "Person", "shape": "skeleton", "width": 1, "height": 1, "feature_node_hash": "sPerson",
           "skeleton": {"10": {"x": 0, "y": 0, "name": "foot"}, "9": {"x": 0, "y": 1, "name": "head", "featureHash": "fHead"} },
           "skeletonEdges": {"9": {"10": {"color": "#000000"} } } } }]}
        """;
}
