Console.WriteLine("EncordFunctions");
